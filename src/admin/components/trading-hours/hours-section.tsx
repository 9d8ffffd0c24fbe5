import { Button, StatusBadge, Text, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDate } from "../../lib/format"
import { type ClientCategoryCard, formatMoment, intervalsText, type TradingHours, WEEKDAYS, weekdayName } from "../../lib/trading-hours"
import { useChange } from "../../lib/use-change"
import { Field } from "../field"
import { Section } from "../section"
import { HoursForm } from "./hours-form"

/** When clients of a category may place orders; changed by whoever leads the staff. */
export const HoursSection = ({ category }: { category: ClientCategoryCard }) => {
  const { t } = useTranslation("kontor")
  const hours = category.trading_hours
  return (
    <Section
      title={t("tradingHours.title")}
      action={
        <div className="flex items-center gap-x-2">
          {hours && <Lift category={category} />}
          <HoursForm key={category.updated_at} category={category} />
        </div>
      }
    >
      {hours ? (
        <>
          <Now category={category} />
          <Days hours={hours} />
        </>
      ) : (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("tradingHours.none")}
        </Text>
      )}
    </Section>
  )
}

const Now = ({ category: { now } }: { category: ClientCategoryCard }) => {
  const { t, i18n } = useTranslation("kontor")
  const change = now.is_open ? now.closes_at : now.opens_at
  const moment = change && formatMoment(change, now.time_zone, i18n.language)
  return (
    <Field label={t("tradingHours.now", { zone: now.time_zone })}>
      <span className="flex flex-col items-start gap-y-1">
        <StatusBadge color={now.is_open ? "green" : "orange"}>{t(now.is_open ? "tradingHours.open" : "tradingHours.shut")}</StatusBadge>
        {moment && t(now.is_open ? "tradingHours.until" : "tradingHours.opens", { moment })}
      </span>
    </Field>
  )
}

const Days = ({ hours: { weekly, exceptions } }: { hours: TradingHours }) => {
  const { t, i18n } = useTranslation("kontor")
  const textOf = (intervals: TradingHours["weekly"][number]["intervals"]) => intervalsText(intervals) || t("tradingHours.shutDay")
  return (
    <>
      {WEEKDAYS.map((weekday) => (
        <Field key={weekday} label={weekdayName(weekday, i18n.language)}>
          {textOf(weekly.find((day) => day.weekday === weekday)?.intervals ?? [])}
        </Field>
      ))}
      {exceptions.map(({ date, name, intervals }) => (
        <Field key={date} label={[formatDate(date, i18n.language), name].filter(Boolean).join(" · ")}>
          {textOf(intervals)}
        </Field>
      ))}
    </>
  )
}

/** From then on its clients may place orders at any time, as far as no other category of theirs says otherwise. */
const Lift = ({ category: { id, updated_at } }: { category: ClientCategoryCard }) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const { mutate, isPending } = useChange()
  const lift = async () => {
    const isSure = await prompt({
      ...{ title: t("tradingHours.lift"), description: t("tradingHours.liftQuestion") },
      ...{ confirmText: t("tradingHours.lift"), cancelText: t("cancel") },
    })
    if (isSure) {
      mutate({ path: `/admin/client-categories/${id}/trading-hours`, method: "POST", body: { trading_hours: null, updated_at } })
    }
  }
  return (
    <Button size="small" variant="transparent" isLoading={isPending} onClick={() => void lift()}>
      {t("tradingHours.lift")}
    </Button>
  )
}
