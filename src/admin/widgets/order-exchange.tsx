import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorText } from "../components/error-text"
import { Field } from "../components/field"
import { Section } from "../components/section"
import { StateBadge } from "../components/state-badge"
import { formatDate, formatDateTime } from "../lib/format"
import type { OrderExchange } from "../lib/types"
import { useAnswer } from "../lib/use-answer"

/** On the order: for whom and under which contract it was placed, and how far 1C has got with it. */
const OrderExchangeWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t, i18n } = useTranslation("kontor")
  const { data, error } = useAnswer<OrderExchange>(`/admin/orders/${order.id}/exchange`)
  const state = data?.order_state
  return (
    <Section title={t("order.title")} action={data?.outbox && <StateBadge state={data.outbox.state} />}>
      <ErrorText error={error} />
      {data && !data.legal_entity && <Text className="text-ui-fg-muted px-6 py-4">{t("order.none")}</Text>}
      {data?.legal_entity && (
        <Field label={t("order.entity")}>
          <Link className="text-ui-fg-interactive" to={`/legal-entities/${data.legal_entity.id}`}>
            {data.legal_entity.name}
          </Link>
        </Field>
      )}
      {data?.contract && <Field label={t("order.contract")}>{data.contract.number}</Field>}
      {data?.outbox && <Field label={t("order.number")}>{data.outbox.number}</Field>}
      {state && (
        <>
          <Field label={t("order.erpNumber")}>{state.erp_number}</Field>
          <Field label={t("order.erpState")}>{state.is_cancelled ? t("order.cancelled") : state.status}</Field>
          <Field label={t("order.paid")}>{formatDate(state.paid_on, i18n.language)}</Field>
          <Field label={t("order.shipped")}>{formatDate(state.shipped_on, i18n.language)}</Field>
          <Field label={t("order.asOf")}>{formatDateTime(state.as_of, i18n.language)}</Field>
        </>
      )}
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-order-exchange", zone: "order.details.side.before" })

export default OrderExchangeWidget
