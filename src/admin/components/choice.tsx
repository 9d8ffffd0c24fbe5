import { Select } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

interface Props {
  id: string
  value: string
  values: readonly string[]
  label: (value: string) => string
  onChange: (value: string) => void
}

/** One of few values, by a drop-down list. */
export const Choice = ({ id, value, values, label, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  return (
    <Select value={value} onValueChange={onChange}>
      <Select.Trigger id={id}>
        <Select.Value placeholder={t("chooseOne")} />
      </Select.Trigger>
      <Select.Content>
        {values.map((each) => (
          <Select.Item key={each} value={each}>
            {label(each)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
