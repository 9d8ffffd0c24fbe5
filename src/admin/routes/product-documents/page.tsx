import { defineRouteConfig } from "@medusajs/admin-sdk"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { DocumentForm } from "../../components/product-card/document-form"
import { ValidityBadge } from "../../components/product-card/validity-badge"
import { formatDate } from "../../lib/format"
import { DOCUMENT_KINDS, DOCUMENT_VALIDITIES, type DocumentList, type DocumentRow } from "../../lib/product-documents"
import { tellMissing } from "../../lib/tell-missing"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<DocumentRow>()

/** Certificates, instructions and the like; one file stands on the cards of many products. */
const ProductDocuments = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const [kind, setKind] = useKept<string | undefined>("kind", undefined)
  const [validity, setValidity] = useKept<string | undefined>("validity", undefined)
  const [source, setSource] = useKept<string | undefined>("source", undefined)
  const page = usePageOf<DocumentList, DocumentRow>("/admin/product-documents", ({ product_documents }) => product_documents, {
    filters: { kind, validity, source },
  })
  const boundTo = ({ product_count, categories, brands }: DocumentRow) =>
    [
      ...(product_count > 0 ? [t("productCard.documents.products", { total: product_count })] : []),
      ...categories.map(({ id, name }) => name ?? id),
      ...brands,
    ].join(", ") || t("productCard.documents.unbound")
  const shown = [
    columns.accessor("title_ru", { header: t("productCard.documents.name") }),
    columns.accessor(({ source: of, name }) => t(`productCard.documents.sources.${name === null ? "awaited" : of}`), {
      id: "source",
      header: t("productCard.source"),
    }),
    columns.accessor(({ kind: of }) => t(`productCard.documents.kinds.${of}`), { id: "kind", header: t("productCard.documents.kind") }),
    columns.accessor(({ number }) => number ?? "–", { id: "number", header: t("productCard.documents.number") }),
    columns.accessor(({ valid_until }) => (valid_until ? formatDate(valid_until, i18n.language) : t("productCard.documents.forever")), {
      id: "until",
      header: t("productCard.documents.validUntil"),
    }),
    columns.accessor("validity", {
      header: t("productCard.documents.validity"),
      cell: ({ getValue }) => <ValidityBadge validity={getValue()} />,
    }),
    columns.accessor(boundTo, { id: "bound", header: t("productCard.documents.boundTo") }),
  ]
  return (
    <PagedTable
      title={t("productCard.documents.title")}
      page={page}
      columns={shown}
      rowId={(row) => row.id}
      onRowClick={({ id }) => navigate(`/product-documents/${id}`)}
      search={t("productCard.documents.search")}
      tools={
        <>
          <FilterChoice
            label={t("productCard.documents.kind")}
            value={kind}
            values={DOCUMENT_KINDS}
            text={(value) => t(`productCard.documents.kinds.${value}`)}
            onChange={setKind}
          />
          <FilterChoice
            label={t("productCard.documents.validity")}
            value={validity}
            values={DOCUMENT_VALIDITIES}
            text={(value) => t(`productCard.documents.validities.${value}`)}
            onChange={setValidity}
          />
          <FilterChoice
            label={t("productCard.source")}
            value={source}
            values={["erp", "portal"]}
            text={(value) => t(`productCard.documents.sources.${value}`)}
            onChange={setSource}
          />
          <DocumentForm
            document={null}
            onDone={({ product_document, articles }) => {
              tellMissing(t, articles)
              navigate(`/product-documents/${product_document.id}`)
            }}
          />
        </>
      }
      empty={{ heading: t("productCard.documents.empty"), description: t("productCard.documents.emptyHint") }}
    />
  )
}

export const config = defineRouteConfig({ label: "productCard.documents.title", translationNs: "kontor", nested: "/products" })

export default ProductDocuments
