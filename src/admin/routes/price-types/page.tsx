import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Badge } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link, useNavigate } from "react-router-dom"
import { ErrorText } from "../../components/error-text"
import { PriceTypeForm } from "../../components/prices/price-type-form"
import { Rows } from "../../components/rows"
import { Section } from "../../components/section"
import { formatDateTime, formatNumber } from "../../lib/format"
import type { PriceTypeList } from "../../lib/price-types"
import { useAnswer } from "../../lib/use-answer"

const PriceTypes = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const { data, error } = useAnswer<PriceTypeList>("/admin/price-types")
  const rows = (data?.price_types ?? []).map((type) => ({
    id: type.id,
    cells: [
      <span key="name" className="flex items-center gap-x-2">
        <Link className="text-ui-fg-interactive" to={`/price-types/${type.id}`}>
          {type.name}
        </Link>
        {type.is_retail && <Badge size="2xsmall">{t("priceTypes.retail")}</Badge>}
      </span>,
      type.currency_code.toUpperCase(),
      t(type.includes_vat ? "priceTypes.withVat" : "priceTypes.withoutVat"),
      type.region,
      type.fallback?.name ?? null,
      t(`factSource.${type.source}`),
      formatDateTime(type.as_of, i18n.language),
      formatNumber(type.price_count, i18n.language),
      formatNumber(type.contract_count, i18n.language),
    ],
  }))
  const heads = ["name", "currency", "vat", "region", "fallback", "source", "asOf", "prices", "contracts"]
  return (
    <Section title={t("priceTypes.title")} action={<PriceTypeForm type={null} onDone={({ id }) => navigate(`/price-types/${id}`)} />}>
      <ErrorText error={error} />
      {data && <Rows heads={heads.map((head) => t(`priceTypes.${head}`))} rows={rows} empty={t("priceTypes.empty")} />}
    </Section>
  )
}

export const config = defineRouteConfig({ label: "priceTypes.title", translationNs: "kontor", nested: "/price-lists" })

export default PriceTypes
