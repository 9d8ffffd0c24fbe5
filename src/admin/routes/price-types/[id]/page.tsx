import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { PagedTable } from "../../../components/paged-table"
import { PriceTypeForm } from "../../../components/prices/price-type-form"
import { Section } from "../../../components/section"
import { formatDateTime, formatMoney, formatNumber } from "../../../lib/format"
import type { PriceTypeRow, TypePriceList, TypePriceRow } from "../../../lib/price-types"
import { productName } from "../../../lib/product-name"
import { useAnswer } from "../../../lib/use-answer"
import { usePageOf } from "../../../lib/use-page-of"

const columns = createDataTableColumnHelper<TypePriceRow>()

const PriceType = () => {
  const { t, i18n } = useTranslation("kontor")
  const { id = "" } = useParams()
  const { data, error } = useAnswer<{ price_type: PriceTypeRow }>(`/admin/price-types/${id}`)
  if (!data) {
    return <ErrorText error={error} />
  }
  const type = data.price_type
  const fromErp = (text: string | null, isErp: boolean) => [text ?? "–", isErp ? t("factSource.erp") : null].filter(Boolean).join(" · ")
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={type.name} action={<PriceTypeForm key={JSON.stringify(type)} type={type} />}>
        <Field label={t("priceTypes.source")}>{t(`factSource.${type.source}`)}</Field>
        <Field label={t("priceTypes.currency")}>{type.currency_code.toUpperCase()}</Field>
        <Field label={t("priceTypes.vat")}>{t(type.includes_vat ? "priceTypes.withVat" : "priceTypes.withoutVat")}</Field>
        <Field label={t("priceTypes.isRetail")}>{t(type.is_retail ? "priceTypes.yes" : "priceTypes.no")}</Field>
        <Field label={t("priceTypes.region")}>{fromErp(type.region, type.region_from_erp)}</Field>
        <Field label={t("priceTypes.fallback")}>{fromErp(type.fallback?.name ?? null, type.fallback_from_erp)}</Field>
        <Field label={t("priceTypes.asOf")}>{formatDateTime(type.as_of, i18n.language)}</Field>
        <Field label={t("priceTypes.contracts")}>{formatNumber(type.contract_count, i18n.language)}</Field>
      </Section>
      <Prices type={type} />
    </div>
  )
}

const Prices = ({ type }: { type: PriceTypeRow }) => {
  const { t, i18n } = useTranslation("kontor")
  const page = usePageOf<TypePriceList, TypePriceRow>(`/admin/price-types/${type.id}/prices`, (answer) => answer.prices)
  const shown = useMemo(
    () => [
      columns.accessor((row) => row.article ?? "–", { id: "article", header: t("priceTypes.article") }),
      columns.accessor(productName, { id: "title", header: t("why.product") }),
      columns.accessor((row) => formatMoney(row.amount, type.currency_code, i18n.language), { id: "amount", header: t("why.price") }),
    ],
    [t, i18n.language, type.currency_code]
  )
  return (
    <PagedTable
      title={t("priceTypes.prices")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(row) => row.variant_id}
      search={t("priceTypes.article")}
      empty={{ heading: t("priceTypes.noPrices"), description: t("priceTypes.noPricesHint") }}
    />
  )
}

export default PriceType
