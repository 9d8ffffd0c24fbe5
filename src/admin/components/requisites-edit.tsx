import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { REQUISITE_FIELDS } from "../lib/application-types"
import type { LegalEntityCard } from "../lib/types"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { InputField } from "./input-field"

type Field = (typeof REQUISITE_FIELDS)[number]

/** Characters that the server takes. */
const LENGTHS: Record<Field, number> = {
  name: 500,
  official_name: 2000,
  inn: 12,
  kpp: 9,
  ogrn: 15,
  okpo: 10,
  address: 2000,
  actual_address: 2000,
  postal_address: 2000,
  phone: 64,
  email: 254,
}

function standing(entity: LegalEntityCard): Record<Field, string> {
  return Object.fromEntries(REQUISITE_FIELDS.map((field) => [field, entity[field] ?? ""])) as Record<Field, string>
}

/** Corrects an entity that was made here; one of the ERP is changed there. */
export const EditRequisites = ({ entity }: { entity: LegalEntityCard }) => {
  const { t } = useTranslation("kontor")
  const [form, setForm] = useState(() => standing(entity))
  const change = useChange()
  const send = () => {
    const changed = REQUISITE_FIELDS.filter((field) => form[field].trim() !== (entity[field] ?? ""))
    const body = Object.fromEntries(changed.map((field) => [field, form[field].trim() || null]))
    return change.mutateAsync({ path: `/admin/legal-entities/${entity.id}`, method: "POST", body })
  }
  return (
    <FormDrawer
      title={t("people.editRequisites")}
      trigger={
        <Button size="small" variant="secondary" onClick={() => setForm(standing(entity))}>
          {t("people.editShort")}
        </Button>
      }
      isComplete={form.name.trim() !== ""}
      isPending={change.isPending}
      onSubmit={send}
    >
      {REQUISITE_FIELDS.map((field) => (
        <InputField
          key={field}
          id={`requisite-${field}`}
          label={t(`applications.fields.${field}`)}
          type={field === "email" ? "email" : "text"}
          maxLength={LENGTHS[field]}
          value={form[field]}
          onChange={(text) => setForm({ ...form, [field]: text })}
        />
      ))}
    </FormDrawer>
  )
}
