import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { Button } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useLocation, useNavigate } from "react-router-dom"
import { FormDrawer } from "../components/form-drawer"
import { ChooseContract } from "../components/prices/choose-contract"
import { ReasonDrawer } from "../components/reason-drawer"
import { type DraftContract, shownDraft } from "../lib/draft-orders"
import { useAnswer } from "../lib/use-answer"
import { useChange } from "../lib/use-change"

/** What the screen of a draft order itself shows. */
const SHOWN_BELOW = ["draft-orders", "orders"]

/** In the bar above a draft order, whose own screen has no place for widgets: under which contract it is made. */
const DraftContractWidget = () => {
  const id = shownDraft(useLocation().pathname)
  return id === null ? null : <ContractOf key={id} id={id} />
}

const ContractOf = ({ id }: { id: string }) => {
  const { data } = useAnswer<DraftContract>(`/admin/draft-orders/${id}/contract`)
  if (!data?.draft.is_open) {
    return null
  }
  const { contract } = data.draft
  return (
    <div className="flex items-center gap-x-2">
      <Choose draft={data.draft} />
      {contract && <PastRules id={id} />}
    </div>
  )
}

const Choose = ({ draft: { id, employee, contract } }: DraftContract) => {
  const { t } = useTranslation("kontor")
  const standing = contract?.legal_entity.id ?? employee?.legal_entity_id ?? ""
  const [client, setClient] = useState(standing)
  const [chosen, setChosen] = useState(contract?.id ?? "")
  const change = useChange({ notice: t("draftOrders.chosen"), stock: SHOWN_BELOW })
  const pick = (next: string) => {
    setClient(next)
    setChosen("")
  }
  const name = contract
    ? t("draftOrders.contract", { number: contract.number, client: contract.legal_entity.name })
    : t("draftOrders.choose")
  return (
    <FormDrawer
      title={t("draftOrders.title")}
      hint={t("draftOrders.hint")}
      trigger={
        <Button size="small" variant={contract && !contract.refusal ? "secondary" : "danger"}>
          {name}
        </Button>
      }
      isComplete={chosen !== ""}
      isPending={change.isPending}
      onSubmit={() => change.mutateAsync({ path: `/admin/draft-orders/${id}/contract`, method: "POST", body: { contract_id: chosen } })}
    >
      <ChooseContract client={client} contract={chosen} onClient={pick} onContract={setChosen} />
    </FormDrawer>
  )
}

const PastRules = ({ id }: { id: string }) => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const change = useChange({ notice: t("draftOrders.placed"), onDone: () => navigate(`/orders/${id}`) })
  return (
    <ReasonDrawer
      title={t("draftOrders.pastRules")}
      hint={t("draftOrders.pastRulesHint")}
      trigger={
        <Button size="small" variant="transparent">
          {t("draftOrders.pastRules")}
        </Button>
      }
      isPending={change.isPending}
      onSubmit={(bypass_reason) =>
        change.mutateAsync({ path: `/admin/draft-orders/${id}/convert-to-order`, method: "POST", body: { bypass_reason } })
      }
    />
  )
}

export const config = defineWidgetConfig({ id: "kontor-draft-contract", zone: "topbar" })

export default DraftContractWidget
