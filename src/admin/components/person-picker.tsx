import { useTranslation } from "react-i18next"
import type { PeopleList, PersonRow } from "../lib/types"
import { Picker } from "./picker"

interface Props {
  label: string
  /** Where to look: an entity or a holding; all clients of the user when empty. */
  within: Record<string, string>
  isOffered: (person: PersonRow) => boolean
  value: string
  onChange: (id: string) => void
}

/** One person of the clients' people, found by name, e-mail or phone. */
export const PersonPicker = ({ within, isOffered, ...rest }: Props) => {
  const { t } = useTranslation("kontor")
  return (
    <Picker<PeopleList>
      id="person"
      placeholder={t("people.search")}
      path="/admin/employees"
      within={{ state: "active", ...within }}
      options={({ employees }) =>
        employees.filter(isOffered).map(({ id, name, email, legal_entities }) => ({
          id,
          name,
          note: [email, ...legal_entities.map((entity) => entity.name)].join(" · "),
        }))
      }
      {...rest}
    />
  )
}
