import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorText } from "../components/error-text"
import { Field } from "../components/field"
import { Rows } from "../components/rows"
import { Section } from "../components/section"
import { formatDate, formatDateTime, formatMoney } from "../lib/format"
import { whyPath } from "../lib/price-question"
import type { OrderPriceLine, OrderPrices } from "../lib/price-types"
import { refinedLines } from "../lib/refined-lines"
import { productName } from "../lib/product-name"
import type { OrderExchange } from "../lib/types"
import { useAnswer } from "../lib/use-answer"
import { useLocale } from "../lib/use-locale"

/** An order may have thousands of lines. */
const SHOWN_AT_ONCE = 10
const SHOWN_MORE = 100

/** On the order: why each line costs what it costs, as it was decided when the order was placed. */
const OrderPricesWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { t, i18n } = useTranslation("kontor")
  const [shown, setShown] = useState(SHOWN_AT_ONCE)
  const { data, error } = useAnswer<OrderPrices>(`/admin/orders/${order.id}/prices`, { locale: useLocale() })
  const { data: parties } = useAnswer<OrderExchange>(`/admin/orders/${order.id}/exchange`)
  const money = (amount: string) => formatMoney(amount, data?.currency_code ?? order.currency_code, i18n.language)
  const known = { client: parties?.legal_entity?.id ?? "", contract: parties?.contract?.id ?? "" }
  const rows = (data?.lines ?? []).slice(0, shown).map((line) => ({
    id: line.id,
    cells: [
      <span key="name" className="flex max-w-[220px] flex-col whitespace-normal break-words">
        {productName(line)}
        <span className="text-ui-fg-subtle txt-small">{line.article}</span>
      </span>,
      <span key="price" className="flex flex-col">
        {money(line.unit_price)}
        <span className="text-ui-fg-subtle txt-small">{quantityOf(line)}</span>
        {line.discount && (
          <span className="text-ui-fg-subtle txt-small">{t("why.discountOfLine", { discount: money(line.discount) })}</span>
        )}
        {line.vat && (
          <span className="text-ui-fg-subtle txt-small">{t("why.vatOfLine", { vat: money(line.vat), rate: line.vat_rate })}</span>
        )}
        {line.quantity_bypass && (
          <span className="text-ui-tag-orange-text txt-small max-w-[220px] whitespace-normal break-words">
            {t("orderRules.bypassed", { name: line.quantity_bypass.user_name ?? "–", reason: line.quantity_bypass.reason })}
          </span>
        )}
      </span>,
      <Kept
        key="kept"
        line={line}
        now={line.variant_id ? whyPath({ ...known, variant: line.variant_id, quantity: line.quantity }) : null}
      />,
    ],
  }))
  const rest = (data?.lines.length ?? 0) - rows.length
  const refined = refinedLines(data?.lines ?? [])
  return (
    <Section title={t("why.ofOrder")}>
      <ErrorText error={error} />
      {data?.vat && (
        <Field label={t("why.vat")}>
          {t(data.includes_vat ? "why.vatOfOrder" : "why.vatOfOrderOnTop", { vat: money(data.vat), total: money(data.amount_with_vat) })}
        </Field>
      )}
      {refined && (
        <Text className="px-6 py-4">
          {t("refined.ofOrder", {
            ...refined,
            total: data?.lines.length,
            at: refined.at ? formatDateTime(refined.at, i18n.language) : "",
            document: refined.document ?? "",
          })}
        </Text>
      )}
      {data && <Rows heads={[t("why.product"), t("why.price"), t("why.why")]} rows={rows} empty={t("why.noLines")} />}
      {rest > 0 && (
        <div className="flex justify-center px-6 py-4">
          <Button size="small" variant="secondary" onClick={() => setShown(shown + SHOWN_MORE)}>
            {t("why.more", { rest })}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** In the unit that it was asked in too. */
const quantityOf = ({ quantity, unit, asked }: OrderPriceLine): string =>
  asked ? `${asked.quantity} ${asked.name} = ${quantity} ${unit}` : `${quantity} ${unit}`

/** What was kept of a line, and the way to what it would cost now. */
const Kept = ({ line: { explanation }, now }: { line: OrderPriceLine; now: string | null }) => {
  const { t, i18n } = useTranslation("kontor")
  return (
    <span className="flex flex-col gap-y-1 whitespace-normal break-words py-1">
      {explanation === null && <Text className="text-ui-fg-muted txt-small">{t("why.nothingKept")}</Text>}
      {explanation?.steps.map(({ text }, place) => (
        <span key={place} className="txt-small">
          {text}
        </span>
      ))}
      <span className="text-ui-fg-subtle txt-small flex gap-x-3">
        {explanation?.day && t("why.asOf", { day: formatDate(explanation.day, i18n.language) })}
        {now && (
          <Link className="text-ui-fg-interactive" to={now}>
            {t("why.now")}
          </Link>
        )}
      </span>
    </span>
  )
}

export const config = defineWidgetConfig({ id: "kontor-order-prices", zone: "order.details.after" })

export default OrderPricesWidget
