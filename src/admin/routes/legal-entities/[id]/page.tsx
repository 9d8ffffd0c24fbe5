import { Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { Categories } from "../../../components/client-categories"
import { ClientOrders } from "../../../components/client-orders"
import { BankAccounts, DeliveryPoints } from "../../../components/client-places"
import { Contracts } from "../../../components/contracts"
import { Managers } from "../../../components/managers"
import { People } from "../../../components/people"
import { Requisites } from "../../../components/requisites"
import { sdk } from "../../../lib/sdk"
import type { LegalEntityCard } from "../../../lib/types"

const LegalEntity = () => {
  const { id = "" } = useParams()
  const { t } = useTranslation("kontor")
  const { data, error } = useQuery({
    queryKey: ["legal-entity", id],
    queryFn: () => sdk.client.fetch<{ legal_entity: LegalEntityCard }>(`/admin/legal-entities/${id}`),
  })
  if (error) {
    return <Text className="text-ui-fg-error">{`${t("error")}: ${error.message}`}</Text>
  }
  if (!data) {
    return null
  }
  const entity = data.legal_entity
  return (
    <div className="flex flex-col gap-y-3">
      <Requisites entity={entity} />
      <Contracts contracts={entity.contracts} />
      <People entityId={entity.id} people={entity.employees} />
      <ClientOrders entityId={entity.id} />
      <Managers path={`/admin/legal-entities/${id}`} queryKey={["legal-entity", id]} managers={entity.managers} />
      <Categories entityId={entity.id} categories={entity.categories} />
      <DeliveryPoints points={entity.delivery_points} />
      <BankAccounts accounts={entity.bank_accounts} />
    </div>
  )
}

export default LegalEntity
