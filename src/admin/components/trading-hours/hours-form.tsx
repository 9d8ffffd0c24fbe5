import { Plus } from "@medusajs/icons"
import { Button, Label, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { type ClientCategoryCard, formOf, hoursOf, type HoursForm as Form, WEEKDAYS, weekdayName } from "../../lib/trading-hours"
import { useChange } from "../../lib/use-change"
import { FormDrawer } from "../form-drawer"
import { DateRow } from "./date-row"
import { IntervalsInput } from "./intervals-input"

/** When clients of a category may place orders, typed day by day. */
export const HoursForm = ({ category: { id, trading_hours, updated_at, now } }: { category: ClientCategoryCard }) => {
  const { t, i18n } = useTranslation("kontor")
  const start = formOf(trading_hours)
  const [form, setForm] = useState(start)
  const set = (change: Partial<Form>) => setForm({ ...form, ...change })
  const save = useChange()
  const hours = hoursOf(form)
  const addDate = () => set({ dates: [...form.dates, { key: Date.now(), date: "", name: "", text: "" }] })
  return (
    <FormDrawer
      title={t("tradingHours.title")}
      hint={t("tradingHours.formHint", { zone: now.time_zone })}
      trigger={
        <Button size="small" variant="secondary">
          {t(trading_hours ? "tradingHours.change" : "tradingHours.set")}
        </Button>
      }
      isComplete={hours !== null}
      isPending={save.isPending}
      onSubmit={() =>
        save.mutateAsync({
          ...{ path: `/admin/client-categories/${id}/trading-hours`, method: "POST" },
          body: { trading_hours: hours, updated_at },
        })
      }
      onClose={() => setForm(start)}
    >
      <div className="grid grid-cols-[8rem_1fr] items-start gap-2">
        {WEEKDAYS.map((weekday, index) => (
          <WeekdayRow
            key={weekday}
            name={weekdayName(weekday, i18n.language)}
            id={`hours-${weekday}`}
            text={form.week[index] ?? ""}
            onChange={(text) => set({ week: form.week.map((each, place) => (place === index ? text : each)) })}
          />
        ))}
      </div>
      <Button
        size="small"
        variant="transparent"
        type="button"
        className="self-start"
        onClick={() => set({ week: form.week.map((text, index) => (index < 5 ? (form.week[0] ?? "") : text)) })}
      >
        {t("tradingHours.likeMonday")}
      </Button>
      <div className="flex items-center justify-between">
        <Label>{t("tradingHours.dates")}</Label>
        <Button size="small" variant="secondary" type="button" onClick={addDate}>
          <Plus />
          {t("tradingHours.addDate")}
        </Button>
      </div>
      {form.dates.length === 0 && (
        <Text size="small" className="text-ui-fg-muted">
          {t("tradingHours.datesHint")}
        </Text>
      )}
      {form.dates.map((row) => (
        <DateRow
          key={row.key}
          row={row}
          isRepeated={row.date !== "" && form.dates.some(({ key, date }) => key !== row.key && date === row.date)}
          onChange={(change) => set({ dates: form.dates.map((each) => (each.key === row.key ? { ...each, ...change } : each)) })}
          onRemove={() => set({ dates: form.dates.filter(({ key }) => key !== row.key) })}
        />
      ))}
    </FormDrawer>
  )
}

const WeekdayRow = ({ name, id, ...input }: { name: string; id: string; text: string; onChange: (text: string) => void }) => (
  <>
    <Label htmlFor={id} className="py-1.5">
      {name}
    </Label>
    <IntervalsInput id={id} label={name} {...input} />
  </>
)
