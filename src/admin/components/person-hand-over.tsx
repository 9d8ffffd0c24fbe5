import { toast } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { PersonRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { FormDrawer } from "./form-drawer"
import { PersonPicker } from "./person-picker"

interface HandedOver {
  handed_over: { carts: number; orders: number }
}

/** Gives the open carts and the orders of a person to a colleague of the same entity. */
export const HandOver = ({ person, entityId, onClose }: { person: PersonRow; entityId: string; onClose: () => void }) => {
  const { t } = useTranslation("kontor")
  const [to, setTo] = useState("")
  const change = useChange<HandedOver>({
    notice: null,
    onDone: ({ handed_over }) => toast.success(t("people.handedOver", { ...handed_over })),
  })
  return (
    <FormDrawer
      title={t("people.handOver")}
      hint={t("people.handOverHint", { name: person.name })}
      submit={t("people.handOver")}
      isComplete={to !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/employees/${person.id}/hand-over`, method: "POST", body: { to_employee_id: to } })}
      onClose={onClose}
    >
      <PersonPicker
        label={t("people.handOverTo")}
        within={{ legal_entity_id: entityId }}
        isOffered={({ id }) => id !== person.id}
        value={to}
        onChange={setTo}
      />
    </FormDrawer>
  )
}
