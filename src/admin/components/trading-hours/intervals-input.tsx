import { Hint, Input } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { intervalsText, readIntervals } from "../../lib/trading-hours"

interface Props {
  id: string
  /** Read aloud. */
  label: string
  text: string
  onChange: (text: string) => void
}

/** The intervals of one day, typed as one likes and put right when the field is left: "9-13, 14-18". */
export const IntervalsInput = ({ id, label, text, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  const intervals = readIntervals(text)
  return (
    <div className="flex flex-1 flex-col gap-y-1">
      <Input
        id={id}
        size="small"
        autoComplete="off"
        aria-label={label}
        aria-invalid={intervals === null}
        placeholder={t("tradingHours.shutDay")}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={() => intervals && onChange(intervalsText(intervals))}
      />
      {intervals === null && <Hint variant="error">{t("tradingHours.notUnderstood")}</Hint>}
    </div>
  )
}
