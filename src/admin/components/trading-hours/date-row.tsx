import { Trash } from "@medusajs/icons"
import { Hint, IconButton, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import type { TypedDate } from "../../lib/trading-hours"
import { IntervalsInput } from "./intervals-input"

interface Props {
  row: TypedDate
  /** Whether another row has the same date. */
  isRepeated: boolean
  onChange: (change: Partial<TypedDate>) => void
  onRemove: () => void
}

/** A date that is not as its weekday is: a holiday, or another working time. */
export const DateRow = ({ row, isRepeated, onChange, onRemove }: Props) => {
  const { t } = useTranslation("kontor")
  return (
    <div className="bg-ui-bg-component flex flex-col gap-y-2 rounded-lg border p-3">
      <div className="flex items-center gap-x-2">
        <Input
          type="date"
          size="small"
          aria-label={t("tradingHours.date")}
          value={row.date}
          onChange={(event) => onChange({ date: event.target.value })}
        />
        <IntervalsInput id={`date-${row.key}`} label={t("tradingHours.title")} text={row.text} onChange={(text) => onChange({ text })} />
        <IconButton size="small" variant="transparent" type="button" aria-label={t("tradingHours.removeDate")} onClick={onRemove}>
          <Trash />
        </IconButton>
      </div>
      {isRepeated && <Hint variant="error">{t("tradingHours.dateRepeated")}</Hint>}
      <Input
        size="small"
        maxLength={100}
        autoComplete="off"
        aria-label={t("tradingHours.dateName")}
        placeholder={t("tradingHours.dateName")}
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
    </div>
  )
}
