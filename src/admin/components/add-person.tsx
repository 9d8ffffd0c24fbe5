import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { InputField } from "./input-field"

const ROLES = ["superuser", "privileged", "ordinary"] as const
const EMPTY = { name: "", email: "", phone: "", password: "", role: "ordinary" }

/** Drawer that makes a sign-in for a person who acts for the entity. Without a password he is invited by mail and sets it himself. */
export const AddPerson = ({ entityId }: { entityId: string }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(EMPTY)
  const change = useChange()
  const send = () => {
    const { phone, password, ...person } = form
    const body = { ...person, ...(phone ? { phone } : {}), ...(password ? { password } : {}) }
    return change.mutateAsync({ path: `/admin/legal-entities/${entityId}/employees`, method: "POST", body })
  }
  const input = (name: keyof typeof EMPTY, props: { type?: string; minLength?: number; label?: string; hint?: string } = {}) => (
    <InputField
      id={`person-${name}`}
      label={t(`entities.${props.label ?? name}`)}
      hint={props.hint}
      autoComplete={name === "password" ? "new-password" : "off"}
      value={form[name]}
      onChange={(text) => setForm({ ...form, [name]: text })}
      type={props.type}
      minLength={props.minLength}
    />
  )
  return (
    <FormDrawer
      title={t("entities.addPerson")}
      trigger={
        <Button size="small" variant="secondary">
          {t("entities.addPerson")}
        </Button>
      }
      isComplete={form.name.trim() !== "" && form.email.trim() !== ""}
      isPending={change.isPending}
      onSubmit={send}
      onClose={() => setForm(EMPTY)}
    >
      {input("name", { label: "personName" })}
      {input("email", { type: "email" })}
      {input("phone", { type: "tel" })}
      <FormField id="person-role" label={t("entities.role")}>
        <Choice
          id="person-role"
          value={form.role}
          values={ROLES}
          label={(role) => t(`role.${role}`)}
          onChange={(role) => setForm({ ...form, role })}
        />
      </FormField>
      {input("password", { type: "password", minLength: 8, hint: t("entities.passwordHint") })}
    </FormDrawer>
  )
}
