import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate, useParams } from "react-router-dom"
import { EndAdjustment } from "../../../components/adjustments/end"
import { AdjustmentForm } from "../../../components/adjustments/form"
import { useAdjustmentWords } from "../../../components/adjustments/words"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { History } from "../../../components/history"
import { Rows } from "../../../components/rows"
import { Section } from "../../../components/section"
import type { AdjustmentCard, AdjustmentRow } from "../../../lib/adjustment-types"
import { formatDateTime, formatDecimal } from "../../../lib/format"
import { type ProductName, productName } from "../../../lib/product-name"
import { useAnswer } from "../../../lib/use-answer"

const Facts = ({ adjustment }: { adjustment: AdjustmentRow }) => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const words = useAdjustmentWords()
  const [open, setOpen] = useState<"change" | "end" | null>(null)
  const close = () => setOpen(null)
  const actions = adjustment.source === "portal" && (
    <div className="flex gap-x-2">
      <Button size="small" variant="secondary" onClick={() => setOpen("change")}>
        {t("adjustments.changeIt")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setOpen("end")}>
        {t("adjustments.end")}
      </Button>
    </div>
  )
  return (
    <Section title={adjustment.name} action={actions}>
      <Field label={t("adjustments.value")}>{words.changeOf(adjustment)}</Field>
      <Field label={t("adjustments.target")}>{words.targetOf(adjustment)}</Field>
      <Field label={t("adjustments.scope")}>{words.scopeOf(adjustment)}</Field>
      <Field label={t("adjustments.days")}>{words.daysOf(adjustment)}</Field>
      <Field label={t("adjustments.fromQuantity")}>{formatDecimal(adjustment.from_quantity, i18n.language)}</Field>
      <Field label={t("adjustments.stacking")}>{t(adjustment.is_stacking ? "adjustments.yes" : "adjustments.no")}</Field>
      <Field label={t("clients.source")}>{t(`factSource.${adjustment.source}`)}</Field>
      {adjustment.source === "erp" && <Field label={t("adjustments.document")}>{adjustment.document}</Field>}
      {adjustment.source === "erp" && <Field label={t("entities.asOf")}>{formatDateTime(adjustment.as_of, i18n.language)}</Field>}
      {open === "change" && <AdjustmentForm adjustment={adjustment} onClose={close} />}
      {open === "end" && <EndAdjustment adjustment={adjustment} onClose={close} onDone={() => navigate("/price-adjustments")} />}
    </Section>
  )
}

const Products = ({ products, size }: { products: ProductName[]; size: number }) => {
  const { t } = useTranslation("kontor")
  const rows = products.map((product) => ({ id: product.variant_id, cells: [product.article, productName(product)] }))
  return (
    <Section title={t("adjustments.products", { total: size })}>
      <Rows heads={[t("adjustments.article"), t("entities.name")]} rows={rows} empty={t("nothingFound")} />
      {products.length < size && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("adjustments.shownFirst", { total: products.length })}
        </Text>
      )}
    </Section>
  )
}

const PriceAdjustment = () => {
  const { t } = useTranslation("kontor")
  const { id = "" } = useParams()
  const { data, error } = useAnswer<AdjustmentCard>(`/admin/price-adjustments/${id}`)
  if (!data) {
    return <ErrorText error={error} />
  }
  const { price_adjustment: adjustment, products, history } = data
  const { list_size } = adjustment.target
  return (
    <div className="flex flex-col gap-y-3">
      <Facts adjustment={adjustment} />
      {list_size !== null && <Products products={products} size={list_size} />}
      <History entries={history} empty={t(adjustment.source === "erp" ? "adjustments.noHistoryErp" : "adjustments.noHistory")} />
    </div>
  )
}

export default PriceAdjustment
