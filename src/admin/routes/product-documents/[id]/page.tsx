import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { useNavigate, useParams } from "react-router-dom"
import { ErrorText } from "../../../components/error-text"
import { Field } from "../../../components/field"
import { PagedTable } from "../../../components/paged-table"
import { DocumentBinding } from "../../../components/product-card/document-binding"
import { DocumentForm } from "../../../components/product-card/document-form"
import { ValidityBadge } from "../../../components/product-card/validity-badge"
import { Rows } from "../../../components/rows"
import { Section } from "../../../components/section"
import { formatBytes, formatDate } from "../../../lib/format"
import type { DocumentProductList, DocumentProductRow, DocumentRow } from "../../../lib/product-documents"
import { tellMissing } from "../../../lib/tell-missing"
import { useAnswer } from "../../../lib/use-answer"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const columns = createDataTableColumnHelper<DocumentProductRow>()

/** One document, and what it is bound to. */
const ProductDocument = () => {
  const { t, i18n } = useTranslation("kontor")
  const { id = "" } = useParams()
  const path = `/admin/product-documents/${id}`
  const { data, error } = useAnswer<{ product_document: DocumentRow }>(path)
  if (!data) {
    return <ErrorText error={error} />
  }
  const { product_document: document } = data
  const isOwn = document.source === "portal"
  return (
    <div className="flex flex-col gap-y-3">
      <Section title={document.title_ru} action={isOwn && <Actions path={path} document={document} />}>
        {!isOwn && <Field label={t("productCard.source")}>{t("productCard.documents.ofErp")}</Field>}
        <Field label={t("productCard.documents.file")}>
          {document.name === null ? (
            t("productCard.documents.fileAwaited")
          ) : (
            <>
              <a className="text-ui-fg-interactive break-all" href={`${path}/file`} download={document.name}>
                {document.name}
              </a>
              {` · ${formatBytes(document.bytes ?? 0, i18n.language)}`}
            </>
          )}
        </Field>
        <Field label={t("productCard.documents.kind")}>{t(`productCard.documents.kinds.${document.kind}`)}</Field>
        <Field label={t("productCard.documents.titleEn")}>{document.title_en}</Field>
        <Field label={t("productCard.documents.number")}>{document.number}</Field>
        <Field label={t("productCard.documents.validUntil")}>
          {document.valid_until ? formatDate(document.valid_until, i18n.language) : t("productCard.documents.forever")}
        </Field>
        <Field label={t("productCard.documents.validity")}>
          <ValidityBadge validity={document.validity} />
        </Field>
      </Section>
      <Wide path={path} document={document} />
      <Products path={path} isOwn={isOwn} />
    </div>
  )
}

const Actions = ({ path, document }: { path: string; document: DocumentRow }) => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const prompt = usePrompt()
  const remove = useChange({ notice: t("productCard.documents.removed"), onDone: () => navigate("/product-documents") })
  const ask = async () => {
    const isMeant = await prompt({
      title: t("productCard.documents.remove"),
      description: t("productCard.documents.removeHint", { name: document.title_ru }),
      confirmText: t("productCard.documents.remove"),
      cancelText: t("cancel"),
    })
    if (isMeant) {
      remove.mutate({ path, method: "DELETE" })
    }
  }
  return (
    <div className="flex gap-x-2">
      <DocumentForm key={document.updated_at} document={document} />
      <Button size="small" variant="danger" isLoading={remove.isPending} onClick={ask}>
        {t("productCard.documents.remove")}
      </Button>
    </div>
  )
}

/** Categories and brands, few of each. */
const Wide = ({ path, document: { source, categories, brands } }: { path: string; document: DocumentRow }) => {
  const { t } = useTranslation("kontor")
  const isOwn = source === "portal"
  const rows = [
    ...categories.map(({ id, name }) => ({ kind: "category", id, name: name ?? id, remove: { category_ids: [id] } })),
    ...brands.map((brand) => ({ kind: "brand", id: brand, name: brand, remove: { brands: [brand] } })),
  ]
  return (
    <Section
      title={t("productCard.documents.boundTo")}
      action={isOwn && <DocumentBinding path={`${path}/targets`} onDone={({ articles }) => tellMissing(t, articles)} />}
    >
      <Rows
        heads={[t("productCard.documents.target"), t("entities.name"), ""]}
        rows={rows.map(({ kind, id, name, remove }) => ({
          id: `${kind} ${id}`,
          cells: [t(`productCard.documents.targets.${kind}`), name, isOwn && <Unbind key="unbind" path={path} remove={remove} />],
        }))}
        empty={t("productCard.documents.nothingWide")}
      />
    </Section>
  )
}

const Products = ({ path, isOwn }: { path: string; isOwn: boolean }) => {
  const { t } = useTranslation("kontor")
  const page = usePageOf<DocumentProductList, DocumentProductRow>(`${path}/products`, ({ products }) => products)
  const shown = [
    columns.accessor(({ article }) => article ?? "–", { id: "article", header: t("productCard.article") }),
    columns.accessor(({ id, title }) => title ?? id, { id: "title", header: t("productCard.product") }),
    ...(isOwn
      ? [columns.display({ id: "unbind", cell: ({ row }) => <Unbind path={path} remove={{ product_ids: [row.original.id] }} /> })]
      : []),
  ]
  return (
    <PagedTable
      title={t("productCard.documents.ofProducts")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(row) => row.id}
      empty={{ heading: t("productCard.documents.noProducts"), description: t("productCard.documents.noProductsHint") }}
    />
  )
}

const Unbind = ({ path, remove }: { path: string; remove: Record<string, string[]> }) => {
  const { t } = useTranslation("kontor")
  const unbind = useChange()
  return (
    <Button
      size="small"
      variant="transparent"
      isLoading={unbind.isPending}
      onClick={() => unbind.mutate({ path: `${path}/targets`, method: "POST", body: { remove } })}
    >
      {t("productCard.documents.unbind")}
    </Button>
  )
}

export default ProductDocument
