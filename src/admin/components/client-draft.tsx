import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import type { ContractRow } from "../lib/types"
import { useChange } from "../lib/use-change"
import { Choice } from "./choice"
import { FormDrawer } from "./form-drawer"
import { FormField } from "./form-field"
import { PersonPicker } from "./person-picker"

/** Begins an order for a person of the client under one of its contracts. */
export const ClientDraft = ({ client, contracts }: { client: string; contracts: ContractRow[] }) => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const usable = contracts.filter((contract) => contract.usable)
  const [contract, setContract] = useState(usable[0]?.id ?? "")
  const [person, setPerson] = useState("")
  const change = useChange<{ draft_order: { id: string } }>({
    notice: t("draftOrders.began"),
    onDone: ({ draft_order }) => navigate(`/draft-orders/${draft_order.id}`),
  })
  if (usable.length === 0) {
    return null
  }
  const body = { contract_id: contract, employee_id: person }
  return (
    <FormDrawer
      title={t("draftOrders.begin")}
      hint={t("draftOrders.beginHint")}
      trigger={
        <Button size="small" variant="secondary">
          {t("draftOrders.begin")}
        </Button>
      }
      submit={t("draftOrders.begin")}
      isComplete={contract !== "" && person !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/legal-entities/${client}/draft-orders`, method: "POST", body })}
      onClose={() => setPerson("")}
    >
      <FormField id="contract" label={t("why.contract")}>
        <Choice
          id="contract"
          value={contract}
          values={usable.map(({ id }) => id)}
          label={(id) => usable.find((each) => each.id === id)?.number ?? id}
          onChange={setContract}
        />
      </FormField>
      <PersonPicker
        label={t("draftOrders.person")}
        within={{ legal_entity_id: client }}
        isOffered={() => true}
        value={person}
        onChange={setPerson}
      />
    </FormDrawer>
  )
}
