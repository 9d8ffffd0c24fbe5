import { Select } from "@medusajs/ui"

interface Props {
  id: string
  value: string
  values: readonly string[]
  label: (value: string) => string
  onChange: (value: string) => void
}

/** One of few values, by a drop-down list. */
export const Choice = ({ id, value, values, label, onChange }: Props) => (
  <Select value={value} onValueChange={onChange}>
    <Select.Trigger id={id}>
      <Select.Value />
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
