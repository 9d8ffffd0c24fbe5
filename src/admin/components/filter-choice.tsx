import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

const ALL = "all"

interface Props {
  label: string
  /** Undefined: all. */
  value: string | undefined
  values: readonly string[]
  text: (value: string) => string
  onChange: (value: string | undefined) => void
}

/** A filter of a list: one value, or all. */
export const FilterChoice = ({ label, value, values, text, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  return (
    <Select size="small" value={value ?? ALL} onValueChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}>
      <Select.Trigger className="w-[190px]" aria-label={label}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ALL}>{t("exchange.all", { what: label })}</Select.Item>
        {values.map((each) => (
          <Select.Item key={each} value={each}>
            {text(each)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
