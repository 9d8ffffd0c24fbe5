import { Container, Heading, IconButton, Text } from "@medusajs/ui"
import { TriangleLeftMini, TriangleRightMini } from "@medusajs/icons"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { monthAfter, type SupplyList, type SupplyRow, weeksOf } from "../../lib/supplies"
import { useAnswer } from "../../lib/use-answer"
import { ErrorText } from "../error-text"

/** Supplies that are asked for of a month, and that a day shows until it is asked for the rest. */
const OF_MONTH_MAX = 200
const OF_DAY_MAX = 4

const COLOURS: Partial<Record<SupplyRow["state"], string>> = {
  arrived: "bg-ui-tag-green-bg text-ui-tag-green-text",
  cancelled: "bg-ui-tag-red-bg text-ui-tag-red-text line-through",
  at_customs: "bg-ui-tag-orange-bg text-ui-tag-orange-text",
}

/** The supplies of a month, each on the day on which it is expected. */
export const SupplyCalendar = ({ tools }: { tools: ReactNode }) => {
  const { t, i18n } = useTranslation("kontor")
  const now = new Date().toLocaleDateString("sv")
  const [month, setMonth] = useState(now.slice(0, 7))
  const weeks = weeksOf(month)
  const range = { from: weeks[0]?.[0] ?? "", to: weeks.at(-1)?.[6] ?? "" }
  const { data, error } = useAnswer<SupplyList>("/admin/supplies", { ...range, limit: OF_MONTH_MAX }, { keepPrevious: true })
  const name = new Intl.DateTimeFormat(i18n.language, { month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${month}-01`))
  return (
    <Container className="p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading>{t("supplies.title")}</Heading>
        <div className="flex items-center gap-2">
          <IconButton size="small" aria-label={t("supplies.earlier")} onClick={() => setMonth(monthAfter(month, -1))}>
            <TriangleLeftMini />
          </IconButton>
          <Text className="min-w-[150px] text-center">{name}</Text>
          <IconButton size="small" aria-label={t("supplies.later")} onClick={() => setMonth(monthAfter(month, 1))}>
            <TriangleRightMini />
          </IconButton>
          {tools}
        </div>
      </div>
      <ErrorText error={error} />
      <div className="grid grid-cols-7 border-t">
        {t("supplies.weekdays")
          .split(" ")
          .map((day) => (
            <Text key={day} size="small" className="text-ui-fg-muted px-2 py-1">
              {day}
            </Text>
          ))}
        {weeks.flat().map((day) => (
          <Day
            key={day}
            day={day}
            isOther={!day.startsWith(month)}
            isToday={day === now}
            supplies={(data?.supplies ?? []).filter(({ expected_on }) => expected_on === day)}
          />
        ))}
      </div>
      {data && data.count > OF_MONTH_MAX && (
        <Text className="text-ui-fg-muted px-6 py-4">{t("supplies.tooMany", { count: OF_MONTH_MAX })}</Text>
      )}
    </Container>
  )
}

interface DayProps {
  day: string
  /** Of the month before or after. */
  isOther: boolean
  isToday: boolean
  supplies: SupplyRow[]
}

const Day = ({ day, isOther, isToday, supplies }: DayProps) => {
  const { t } = useTranslation("kontor")
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? supplies : supplies.slice(0, OF_DAY_MAX)
  const rest = supplies.length - shown.length
  return (
    <div className={`flex min-h-[96px] flex-col gap-y-1 border-l border-t p-1 ${isOther ? "opacity-50" : ""}`}>
      <Text size="xsmall" weight={isToday ? "plus" : "regular"} className={isToday ? "text-ui-fg-interactive" : "text-ui-fg-muted"}>
        {Number(day.slice(8))}
      </Text>
      {shown.map(({ id, number, state, warehouse }) => (
        <Link
          key={id}
          to={`/supplies/${id}`}
          title={[number, t(`supplies.states.${state}`), warehouse?.name].filter(Boolean).join(" · ")}
          className={`txt-compact-xsmall truncate rounded px-1 py-0.5 ${COLOURS[state] ?? "bg-ui-tag-blue-bg text-ui-tag-blue-text"}`}
        >
          {number}
        </Link>
      ))}
      {rest > 0 && (
        <button type="button" className="txt-compact-xsmall text-ui-fg-interactive self-start px-1" onClick={() => setWhole(true)}>
          {t("supplies.more", { count: rest })}
        </button>
      )}
    </div>
  )
}
