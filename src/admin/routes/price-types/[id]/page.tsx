import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useCallback, useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { History } from "../../../components/history"
import { PagedTable } from "../../../components/paged-table"
import { PriceTypeForm } from "../../../components/prices/price-type-form"
import { TypePriceForm } from "../../../components/prices/type-price-form"
import { RowActions } from "../../../components/row-actions"
import { Section } from "../../../components/section"
import { formatDateTime, formatDecimal, formatMoney, formatNumber } from "../../../lib/format"
import type { PriceTypeRow, TypePriceList, TypePriceRow } from "../../../lib/price-types"
import type { AuditEntryList } from "../../../lib/types"
import { productName } from "../../../lib/product-name"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"
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
      <Changes id={type.id} />
    </div>
  )
}

const HISTORY_MAX = 20

const Changes = ({ id }: { id: string }) => {
  const { t } = useTranslation("kontor")
  const { data, error } = useAnswer<AuditEntryList>("/admin/audit-entries", {
    subject_type: "price_type",
    subject_id: id,
    limit: HISTORY_MAX,
  })
  return (
    <>
      <ErrorText error={error} />
      {data && <History entries={data.audit_entries} empty={t("adjustments.noHistory")} />}
    </>
  )
}

const Prices = ({ type }: { type: PriceTypeRow }) => {
  const { t } = useTranslation("kontor")
  const path = `/admin/price-types/${type.id}/prices`
  const page = usePageOf<TypePriceList, TypePriceRow>(path, (answer) => answer.prices)
  const [edited, setEdited] = useState<TypePriceRow | "new" | null>(null)
  const remove = useRemoval(path)
  const isOurs = type.source === "portal"
  const shown = useColumns(type.currency_code, isOurs ? { onEdit: setEdited, onRemove: remove } : null)
  return (
    <>
      <PagedTable
        title={t("priceTypes.prices")}
        level="h2"
        page={page}
        columns={shown}
        rowId={(row) => `${row.variant_id} ${row.from_quantity}`}
        search={t("priceTypes.article")}
        tools={
          isOurs && (
            <Button size="small" variant="secondary" onClick={() => setEdited("new")}>
              {t("priceTypes.addPrice")}
            </Button>
          )
        }
        empty={{ heading: t("priceTypes.noPrices"), description: t("priceTypes.noPricesHint") }}
      />
      {edited !== null && <TypePriceForm path={path} row={edited === "new" ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

interface Actions {
  onEdit: (row: TypePriceRow) => void
  onRemove: (row: TypePriceRow) => void
}

/** Without actions the prices are there to be read. */
const useColumns = (currency: string, actions: Actions | null) => {
  const { t, i18n } = useTranslation("kontor")
  const { onEdit, onRemove } = actions ?? {}
  return useMemo(
    () => [
      columns.accessor((row) => row.article ?? "–", { id: "article", header: t("priceTypes.article") }),
      columns.accessor(productName, { id: "title", header: t("why.product") }),
      columns.accessor((row) => row.unit ?? "–", { id: "unit", header: t("priceTypes.unit") }),
      columns.accessor((row) => (row.from_quantity === "0" ? "–" : formatDecimal(row.from_quantity, i18n.language)), {
        id: "from",
        header: t("priceTypes.from"),
      }),
      columns.accessor((row) => formatMoney(row.amount, currency, i18n.language), { id: "amount", header: t("why.price") }),
      ...(onEdit && onRemove
        ? [
            columns.display({
              id: "actions",
              cell: ({ row: { original } }) => (
                <RowActions
                  change={t("priceTypes.changePrice")}
                  remove={t("priceTypes.removePrice")}
                  onChange={() => onEdit(original)}
                  onRemove={() => onRemove(original)}
                />
              ),
            }),
          ]
        : []),
    ],
    [t, i18n.language, currency, onEdit, onRemove]
  )
}

/** Takes a price away once it is said so. */
const useRemoval = (path: string) => {
  const { t } = useTranslation("kontor")
  const prompt = usePrompt()
  const { mutate } = useChange()
  return useCallback(
    ({ unit, from_quantity, ...row }: TypePriceRow) => {
      const question = { title: t("priceTypes.removePrice"), description: productName(row) }
      const price = { variant_id: row.variant_id, unit: unit ?? "", from_quantity, amount: null }
      void prompt({ ...question, confirmText: t("priceTypes.removePrice"), cancelText: t("cancel") }).then(
        (isSure) => isSure && mutate({ path, method: "POST", body: { prices: [price] } })
      )
    },
    [t, prompt, mutate, path]
  )
}

export default PriceType
