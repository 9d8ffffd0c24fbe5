import { useParams } from "react-router-dom"
import { ClientApplications } from "../../../components/applications/of-client"
import { Categories } from "../../../components/client-categories"
import { ClientCarts } from "../../../components/client-carts"
import { ClientOrders } from "../../../components/client-orders"
import { BankAccounts, DeliveryPoints } from "../../../components/client-places"
import { Contracts } from "../../../components/contracts"
import { Credit } from "../../../components/credit"
import { ErrorText } from "../../../components/error-text"
import { Managers } from "../../../components/managers"
import { People } from "../../../components/people"
import { PurchaseGaps } from "../../../components/purchase-gaps"
import { Requisites } from "../../../components/requisites"
import type { LegalEntityCard } from "../../../lib/types"
import { useAnswer } from "../../../lib/use-answer"

const LegalEntity = () => {
  const { id = "" } = useParams()
  const path = `/admin/legal-entities/${id}`
  const { data, error } = useAnswer<{ legal_entity: LegalEntityCard }>(path)
  if (!data) {
    return <ErrorText error={error} />
  }
  const entity = data.legal_entity
  return (
    <div className="flex flex-col gap-y-3">
      <Requisites entity={entity} />
      <Contracts client={entity.id} contracts={entity.contracts} />
      <Credit contracts={entity.contracts} />
      <People entity={entity} />
      <ClientApplications entityId={entity.id} />
      <ClientCarts entityId={entity.id} />
      <ClientOrders entityId={entity.id} contracts={entity.contracts} />
      <PurchaseGaps entityId={entity.id} contracts={entity.contracts} />
      <Managers path={path} managers={entity.managers} />
      <Categories entityId={entity.id} categories={entity.categories} />
      <DeliveryPoints points={entity.delivery_points} />
      <BankAccounts accounts={entity.bank_accounts} />
    </div>
  )
}

export default LegalEntity
