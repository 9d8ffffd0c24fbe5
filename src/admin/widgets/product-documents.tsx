import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { ErrorText } from "../components/error-text"
import { ValidityBadge } from "../components/product-card/validity-badge"
import { Rows } from "../components/rows"
import { Section } from "../components/section"
import type { DocumentList } from "../lib/product-documents"
import { useAnswer } from "../lib/use-answer"

/** As many as a card shows at once. */
const SHOWN_MAX = 50

/** On the product: the documents that dealers find on its card, bound to it, its category or its brand. */
const ProductDocumentsWidget = ({ data: { id } }: DetailWidgetProps<AdminProduct>) => {
  const { t } = useTranslation("kontor")
  const { data, error } = useAnswer<DocumentList>("/admin/product-documents", { product_id: id, limit: SHOWN_MAX })
  const rows = (data?.product_documents ?? []).map((document) => ({
    id: document.id,
    cells: [
      <Link key="title" className="text-ui-fg-interactive" to={`/product-documents/${document.id}`}>
        {document.title_ru}
      </Link>,
      t(`productCard.documents.kinds.${document.kind}`),
      <ValidityBadge key="validity" validity={document.validity} />,
    ],
  }))
  return (
    <Section
      title={t("productCard.documents.title")}
      action={
        <Button size="small" variant="secondary" asChild>
          <Link to="/product-documents">{t("productCard.documents.all")}</Link>
        </Button>
      }
    >
      <ErrorText error={error} />
      {data && (
        <Rows
          heads={[t("productCard.documents.name"), t("productCard.documents.kind"), t("productCard.documents.validity")]}
          rows={rows}
          empty={t("productCard.documents.noneOfProduct")}
        />
      )}
      {data && data.count > rows.length && (
        <Text size="small" className="text-ui-fg-muted px-6 py-3">
          {t("people.more", { total: data.count })}
        </Text>
      )}
    </Section>
  )
}

export const config = defineWidgetConfig({ id: "kontor-product-documents", zone: "product.details.after" })

export default ProductDocumentsWidget
