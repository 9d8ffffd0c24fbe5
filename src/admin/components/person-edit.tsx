import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { ClientRoleList, PersonRow } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const BUILT_IN = ["superuser", "privileged", "ordinary"]

/** Changes name, phone and role of a person; a custom role stands in the place of the built-in one. */
export const EditPerson = ({ person, entityId, onClose }: { person: PersonRow; entityId: string; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [name, setName] = useState(person.name)
  const [phone, setPhone] = useState(person.phone ?? "")
  const standing = person.custom_role?.id ?? person.role
  const [role, setRole] = useState(standing)
  const { data } = useAnswer<ClientRoleList>(`/admin/legal-entities/${entityId}/roles`)
  const custom = new Map([...(data?.roles ?? []), ...(person.custom_role ? [person.custom_role] : [])].map((each) => [each.id, each.name]))
  const change = useChange()
  const send = () => {
    const roles = role === standing ? {} : custom.has(role) ? { role_id: role } : { role }
    const body = { name: name.trim(), phone: phone.trim() || null, ...roles }
    return change.mutateAsync({ path: `/admin/employees/${person.id}`, method: "POST", body })
  }
  return (
    <FormDrawer
      title={t("people.edit")}
      hint={person.email}
      isComplete={name.trim() !== ""}
      isPending={change.isPending}
      onSubmit={send}
      onClose={onClose}
    >
      <InputField id="person-name" label={t("entities.personName")} maxLength={200} value={name} onChange={setName} />
      <InputField id="person-phone" label={t("entities.phone")} type="tel" maxLength={32} value={phone} onChange={setPhone} />
      <FormField id="person-role" label={t("entities.role")} hint={t("people.roleHint")}>
        <Choice
          id="person-role"
          value={role}
          values={[...BUILT_IN, ...custom.keys()]}
          label={(each) => custom.get(each) ?? t(`role.${each}`)}
          onChange={setRole}
        />
      </FormField>
    </FormDrawer>
  )
}
