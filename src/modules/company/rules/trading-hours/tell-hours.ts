import type { Refusal } from "@kontor/framework"
import type { OpenState } from "./open-at"
import { type CategoryHours, timeOfMinutes } from "./trading-hours"
import { dateOf, minuteOf, minutesAhead, shownAt } from "./wall-clock"

export const HOURS_LOCALES = ["ru", "en"] as const
export type HoursLocale = (typeof HOURS_LOCALES)[number]

/** Of HH:MM. */
const TIME_LENGTH = 5

const TAGS: Record<HoursLocale, string> = { ru: "ru-RU", en: "en-GB" }

interface Hours {
  categories: readonly CategoryHours[]
  state: OpenState
  moment: Date
  /** IANA name of the supplier's. */
  time_zone: string
}

/** Why an order cannot be placed at this moment, in both languages; the moment at which it can be is told for machines too. */
export function refuseShut(hours: Hours, contract: { id: string; number: string }): Refusal {
  const { categories, state, moment, time_zone } = hours
  const texts = { ru: tellHours("ru", hours), en: tellHours("en", hours) }
  return {
    code: "outside_trading_hours",
    message: `Under contract ${contract.number}: ${texts.en}`,
    subject: contract.id,
    details: {
      categories: categories.map(({ id, name }) => ({ id, name })),
      time_zone,
      local_time: localTime(moment, time_zone),
      opens_at: state.opens_at?.toISOString() ?? null,
      texts,
    },
  }
}

/** One sentence or two on whether orders are taken now, and until or from when. */
export function tellHours(locale: HoursLocale, { categories, state, moment, time_zone }: Hours): string {
  const at = (when: Date) => readable(locale, when, time_zone)
  const named = categories.map(({ name }) => (locale === "ru" ? `«${name}»` : `"${name}"`)).join(", ")
  const now = `${at(moment)} (${time_zone})`
  if (locale === "ru") {
    if (categories.length === 0) {
      return "Заказы принимаются в любое время."
    }
    if (state.is_open) {
      return `Заказы категории ${named} принимаются${state.closes_at ? ` до: ${at(state.closes_at)}` : ""}.`
    }
    const next = state.opens_at ? `Приём откроется: ${at(state.opens_at)}.` : "В ближайший год приём не откроется."
    return `Сейчас заказы категории ${named} не принимаются: у поставщика ${now}. ${next}`
  }
  if (categories.length === 0) {
    return "Orders are taken at any time."
  }
  if (state.is_open) {
    return `Orders of ${named} are taken${state.closes_at ? `, until ${at(state.closes_at)}` : ""}.`
  }
  const next = state.opens_at ? `They are taken again from ${at(state.opens_at)}.` : "They are not taken within a year."
  return `Orders of ${named} are not taken now: it is ${now} with the supplier. ${next}`
}

/** YYYY-MM-DDTHH:MM as clocks of the supplier show it. */
export function localTime(moment: Date, timeZone: string): string {
  const at = minuteOf(moment)
  const { day, minute } = shownAt(at + minutesAhead(at, timeZone))
  return `${dateOf(day)}T${timeOfMinutes(minute)}`
}

function readable(locale: HoursLocale, moment: Date, timeZone: string): string {
  const day = new Intl.DateTimeFormat(TAGS[locale], { timeZone, weekday: "long", day: "numeric", month: "long" }).format(moment)
  return `${day}, ${localTime(moment, timeZone).slice(-TIME_LENGTH)}`
}
