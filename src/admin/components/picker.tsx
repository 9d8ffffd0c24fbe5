import { Label, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useAnswer } from "../lib/use-answer"
import { useDelayed } from "../lib/use-delayed"
import { ErrorText } from "./error-text"
import { InputField } from "./input-field"

/** What is not among these is found by the search. */
const SHOWN_MAX = 20

/** Characters that every search takes. */
export const SOUGHT_MAX = 100

/** One thing to choose. */
export interface Option {
  id: string
  name: string
  note: string
}

interface Props<Answer> {
  /** Of its controls; two pickers of one form have different ones. */
  id: string
  label: string
  placeholder: string
  /** Route that lists the things, with `q`. */
  path: string
  within?: Record<string, string>
  /** What is looked for before anything is typed. */
  first?: string
  options: (answer: Answer) => Option[]
  /** What may be chosen besides, whatever is looked for. */
  always?: Option[]
  value: string
  onChange: (id: string, name: string) => void
}

/** One of many things, found by typing a part of it. */
export function Picker<Answer extends { count: number }>(props: Props<Answer>) {
  const { id, label, placeholder, path, within = {}, first = "", options, always = [], value, onChange } = props
  const { t } = useTranslation("kontor")
  const [text, setText] = useState(first.slice(0, SOUGHT_MAX))
  const q = useDelayed(text.trim())
  const { data, error } = useAnswer<Answer>(path, { limit: SHOWN_MAX, ...within, ...(q ? { q } : {}) }, { keepPrevious: true })
  const offered = data ? options(data) : []
  const all = [...always, ...offered]
  return (
    <>
      <InputField
        id={`${id}-search`}
        label={label}
        type="search"
        maxLength={SOUGHT_MAX}
        placeholder={placeholder}
        value={text}
        onChange={setText}
      />
      <ErrorText error={error} />
      {data && offered.length === 0 && <Text className="text-ui-fg-muted">{t("nothingFound")}</Text>}
      <RadioGroup value={value} onValueChange={(chosen) => onChange(chosen, all.find((option) => option.id === chosen)?.name ?? chosen)}>
        {all.map((option) => (
          <Choosable key={option.id} of={id} option={option} />
        ))}
      </RadioGroup>
      {data && data.count > SHOWN_MAX && (
        <Text size="small" className="text-ui-fg-muted">
          {t("people.more", { total: data.count })}
        </Text>
      )}
    </>
  )
}

/** A thing to choose, within a group of such. */
export const Choosable = ({ of, option }: { of: string; option: Option }) => (
  <div className="flex items-start gap-x-3">
    <RadioGroup.Item id={`${of}-${option.id}`} value={option.id} />
    <Label htmlFor={`${of}-${option.id}`} className="flex flex-col">
      <span>{option.name}</span>
      {option.note && <span className="text-ui-fg-subtle txt-small break-words">{option.note}</span>}
    </Label>
  </div>
)
