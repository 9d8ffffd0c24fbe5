import { Input, Label, RadioGroup, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PeopleList, PersonRow } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useDelayed } from "../lib/use-delayed"
import { ErrorText } from "./error-text"
import { FormField } from "./form-field"

/** Who is not among these is found by the search. */
const SHOWN_MAX = 20

interface Props {
  label: string
  /** Where to look: an entity or a holding; all clients of the user when empty. */
  within: Record<string, string>
  isOffered: (person: PersonRow) => boolean
  value: string
  onChange: (id: string) => void
}

/** One person of the clients' people, found by name, e-mail or phone. */
export const PersonPicker = ({ label, within, isOffered, value, onChange }: Props) => {
  const { t } = useTranslation("kontor")
  const [text, setText] = useState("")
  const q = useDelayed(text.trim())
  const query = { state: "active", limit: SHOWN_MAX, ...within, ...(q ? { q } : {}) }
  const { data, error } = useAnswer<PeopleList>("/admin/employees", query, { keepPrevious: true })
  const people = (data?.employees ?? []).filter(isOffered)
  return (
    <>
      <FormField id="person-search" label={label}>
        <Input
          id="person-search"
          type="search"
          autoComplete="off"
          placeholder={t("people.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </FormField>
      <ErrorText error={error} />
      {data && people.length === 0 && <Text className="text-ui-fg-muted">{t("people.nobody")}</Text>}
      <RadioGroup value={value} onValueChange={onChange}>
        {people.map((person) => (
          <div key={person.id} className="flex items-start gap-x-3">
            <RadioGroup.Item id={`pick-${person.id}`} value={person.id} />
            <Label htmlFor={`pick-${person.id}`} className="flex flex-col">
              <span>{person.name}</span>
              <span className="text-ui-fg-subtle txt-small break-all">
                {[person.email, ...person.legal_entities.map(({ name }) => name)].join(" · ")}
              </span>
            </Label>
          </div>
        ))}
      </RadioGroup>
      {data && data.count > SHOWN_MAX && (
        <Text size="small" className="text-ui-fg-muted">
          {t("people.more", { count: data.count })}
        </Text>
      )}
    </>
  )
}
