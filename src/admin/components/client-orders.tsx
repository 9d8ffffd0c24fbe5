import { Table, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDateTime, formatMoney } from "../lib/format"
import type { ClientOrderList, ContractRow } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { ClientDraft } from "./client-draft"
import { ErrorText } from "./error-text"
import { Section } from "./section"

/** The newest orders of a legal entity, and a way to make another one for it, for whom may. */
export const ClientOrders = ({ entityId, contracts }: { entityId: string; contracts: ContractRow[] }) => {
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useAnswer<ClientOrderList>(`/admin/legal-entities/${entityId}/orders`)
  return (
    <Section title={t("workplace.orders")} action={data?.may_begin && <ClientDraft client={entityId} contracts={contracts} />}>
      <ErrorText error={error} />
      {data?.count === 0 && <Text className="text-ui-fg-muted px-6 py-4">{t("workplace.noOrders")}</Text>}
      {data && data.count > 0 && (
        <Table>
          <Table.Header>
            <Table.Row>
              {["orderNumber", "orderDate", "orderTotal", "orderLines", "orderedBy", "orderStage"].map((name) => (
                <Table.HeaderCell key={name}>{t(`workplace.${name}`)}</Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.orders.map((order) => (
              <Table.Row key={order.id}>
                <Table.Cell>
                  <Link to={`/orders/${order.id}`} className="text-ui-fg-interactive">
                    {order.number ?? `#${order.display_id}`}
                  </Link>
                </Table.Cell>
                <Table.Cell>{formatDateTime(order.created_at, i18n.language)}</Table.Cell>
                <Table.Cell>{formatMoney(order.total, order.currency_code, i18n.language)}</Table.Cell>
                <Table.Cell>{order.line_count}</Table.Cell>
                <Table.Cell>{order.placed_by ?? "–"}</Table.Cell>
                <Table.Cell>{t(`workplace.stages.${order.stage}`)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      )}
    </Section>
  )
}
