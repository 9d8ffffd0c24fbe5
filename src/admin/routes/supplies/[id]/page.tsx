import { createDataTableColumnHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { PagedTable } from "../../../components/paged-table"
import { Section } from "../../../components/section"
import { PromisedOfSupply } from "../../../components/supplies/promised-of-supply"
import { SupplyForm } from "../../../components/supplies/supply-form"
import { SupplyStateBadge } from "../../../components/supplies/supply-state"
import { formatDate, formatDateTime, formatDecimal } from "../../../lib/format"
import { productName } from "../../../lib/product-name"
import { isEditable, type SupplyLineList, type SupplyLineRow, type SupplyRow } from "../../../lib/supplies"
import { useAnswer } from "../../../lib/use-answer"
import { usePageOf } from "../../../lib/use-page-of"

/** Lines that a form has room for. */
const TYPED_MAX = 200

const columns = createDataTableColumnHelper<SupplyLineRow>()

const SupplyPage = () => {
  const { t, i18n } = useTranslation("kontor")
  const { id = "" } = useParams()
  const { data, error } = useAnswer<{ supply: SupplyRow }>(`/admin/supplies/${id}`)
  if (!data) {
    return <ErrorText error={error} />
  }
  const { supply } = data
  const { warehouse } = supply
  const warehouseName = warehouse ? (warehouse.name ?? t("supplies.unknownWarehouse", { id: warehouse.id })) : t("supplies.noWarehouse")
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={t("supplies.one", { number: supply.number })} action={isEditable(supply) && <Edit supply={supply} />}>
        <Field label={t("supplies.state")}>
          <SupplyStateBadge state={supply.state} />
        </Field>
        <Field label={t("supplies.expected")}>
          {supply.expected_on ? formatDate(supply.expected_on, i18n.language) : t("supplies.noDay")}
        </Field>
        <Field label={t("supplies.warehouse")}>{warehouseName}</Field>
        <Field label={t("supplies.supplier")}>{supply.supplier_name}</Field>
        <Field label={t("supplies.comment")}>{supply.comment}</Field>
        <Field label={t("supplies.source")}>{t(`factSource.${supply.source}`)}</Field>
        <Field label={t("supplies.asOf")}>{formatDateTime(supply.as_of, i18n.language)}</Field>
      </Section>
      <Lines supply={supply} />
      <PromisedOfSupply supplyId={supply.id} />
    </div>
  )
}

/** Begins anew with each version of the supply, when its lines are known or are too many. */
const Edit = ({ supply }: { supply: SupplyRow }) => {
  const { data } = useAnswer<SupplyLineList>(`/admin/supplies/${supply.id}/lines`, { limit: TYPED_MAX })
  if (!data) {
    return null
  }
  const lines = data.count > TYPED_MAX ? null : data.lines
  return <SupplyForm key={`${supply.updated_at} ${JSON.stringify(lines)}`} supply={supply} lines={lines} />
}

const Lines = ({ supply }: { supply: SupplyRow }) => {
  const { t, i18n } = useTranslation("kontor")
  const page = usePageOf<SupplyLineList, SupplyLineRow>(`/admin/supplies/${supply.id}/lines`, ({ lines }) => lines)
  const amounts = (["quantity", "arrived", "promised", "free"] as const).map((name) =>
    columns.accessor((line) => formatDecimal(line[name], i18n.language), { id: name, header: t(`supplies.${name}`) })
  )
  const shown = [
    columns.accessor((line) => line.article ?? "–", { id: "article", header: t("supplies.article") }),
    columns.accessor(productName, { id: "product", header: t("supplies.product") }),
    ...amounts,
  ]
  return (
    <PagedTable
      title={t("supplies.lines")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(line) => line.variant_id}
      empty={{ heading: t("supplies.noLines"), description: t("supplies.noLinesHint") }}
    />
  )
}

export default SupplyPage
