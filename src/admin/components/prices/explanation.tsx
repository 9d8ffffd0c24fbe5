import { StatusBadge, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatMoney, formatNumber } from "../../lib/format"
import type { PriceExplanation } from "../../lib/price-types"
import { Field } from "../field"
import { Rows } from "../rows"
import { Section } from "../section"

/** A price with the steps to it, and every row that was considered with what became of it. */
export const Explanation = ({ explanation }: { explanation: PriceExplanation }) => {
  const { t, i18n } = useTranslation("kontor")
  const { currency_code, price, base_price, retail_price, discount_percent, next_price } = explanation
  const money = (amount: string, code = currency_code) => formatMoney(amount, code, i18n.language)
  const { vat, vat_rate, includes_vat } = explanation
  return (
    <>
      <Section title={price === null ? t("why.noPrice") : money(price)}>
        <Text className="px-6 py-4">{explanation.text}</Text>
        <Steps steps={explanation.steps} />
        <Field label={t("why.base")}>
          {base_price && `${money(base_price.amount, base_price.currency_code)} · ${base_price.price_type_name}`}
        </Field>
        <Field label={t("why.vat")}>
          {vat && t(includes_vat ? "why.vatWithin" : "why.vatOnTop", { amount: money(vat), rate: vat_rate })}
        </Field>
        <Field label={t("why.retail")}>{retail_price && money(retail_price)}</Field>
        <Field label={t("why.belowRetail")}>{discount_percent && `${formatNumber(Number(discount_percent), i18n.language)} %`}</Field>
        <Field label={t("why.next")}>{next_price?.text}</Field>
      </Section>
      <Considered explanation={explanation} />
    </>
  )
}

/** The steps to a price as a numbered list. */
export const Steps = ({ steps }: { steps: { text: string }[] }) =>
  steps.length > 0 && (
    <ol className="txt-small list-decimal py-4 pl-12 pr-6">
      {steps.map(({ text }, place) => (
        <li key={place} className="py-1">
          {text}
        </li>
      ))}
    </ol>
  )

const KINDS = ["contract_prices", "thresholds", "price_types", "adjustments", "withholdings"] as const

const Considered = ({ explanation }: { explanation: PriceExplanation }) => {
  const { t } = useTranslation("kontor")
  const rows = KINDS.flatMap((kind) =>
    explanation[kind].map(({ outcome, text }, place) => {
      const holds = outcome === "holds"
      return {
        id: `${kind}-${place}`,
        cells: [
          t(`why.kinds.${kind}`),
          <span key="text" className="whitespace-normal break-words">
            {text}
          </span>,
          <StatusBadge key="outcome" color={holds ? "green" : "grey"}>
            {t(holds ? "why.holds" : "why.doesNotHold")}
          </StatusBadge>,
        ],
      }
    })
  )
  return (
    <Section title={t("why.considered")}>
      <Rows heads={[t("why.kind"), t("why.row"), t("why.outcome")]} rows={rows} empty={t("why.nothingConsidered")} />
    </Section>
  )
}
