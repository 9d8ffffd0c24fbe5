import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { useTranslation } from "react-i18next"
import { PromiseForm } from "../components/demands/promise-form"
import { PromisesOf } from "../components/demands/promises-of"
import { Rows } from "../components/rows"
import { Section } from "../components/section"
import type { DemandList } from "../lib/demands"
import { formatDecimal } from "../lib/format"
import { useAnswer } from "../lib/use-answer"

/** On the order: what of it waits for supplies, and what it is promised. Not there where nothing waits. */
const OrderPromisesWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t, i18n } = useTranslation("kontor")
  const { data } = useAnswer<DemandList>("/admin/demands", { order_id: order.id, limit: 200 })
  if (!data?.count) {
    return null
  }
  const rows = data.demands.map((demand) => ({
    id: demand.id,
    cells: [
      demand.article ?? demand.title,
      formatDecimal(demand.quantity, i18n.language),
      formatDecimal(demand.unpromised, i18n.language),
      <PromisesOf key="promises" demand={demand} />,
      <PromiseForm key="bind" demand={demand} />,
    ],
  }))
  const heads = [t("demands.product"), t("demands.waiting"), t("demands.unpromised"), t("demands.promises"), ""]
  return (
    <Section title={t("demands.ofOrder")}>
      <Rows heads={heads} rows={rows} empty="" />
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-order-promises", zone: "order.details.before" })

export default OrderPromisesWidget
