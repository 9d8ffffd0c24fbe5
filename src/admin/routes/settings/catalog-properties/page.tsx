import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { CatalogPropertyForm } from "../../../components/catalog-property-form"
import { PagedTable } from "../../../components/paged-table"
import type { CatalogProperty, CatalogPropertyList } from "../../../lib/catalog-properties"
import { formatNumber } from "../../../lib/format"
import { useChange } from "../../../lib/use-change"
import { usePageOf } from "../../../lib/use-page-of"

const PATH = "/admin/catalog-properties"
const columns = createDataTableColumnHelper<CatalogProperty>()

/** Properties of goods: which of them dealers narrow the catalogue by, search for, and read on the card. */
const CatalogProperties = () => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const prompt = usePrompt()
  const rebuild = useChange({ notice: t("properties.rebuilt") })
  const [edited, setEdited] = useState<CatalogProperty | null>(null)
  const page = usePageOf<CatalogPropertyList, CatalogProperty>(PATH, (answer) => answer.catalog_properties)
  const nameOf = ({ kind, name }: CatalogProperty) => (kind === "property" ? name : t(`properties.kinds.${kind}`))
  const titleOf = ({ title_ru, title_en }: CatalogProperty) => (language.startsWith("ru") ? title_ru : title_en) ?? "–"
  const said = (value: boolean) => t(value ? "properties.yes" : "properties.no")
  const facetOf = ({ is_facet, proposed_facet }: CatalogProperty) =>
    is_facet === null ? t("properties.proposed", { what: said(proposed_facet) }) : said(is_facet)
  const ask = async () => {
    const question = { title: t("properties.rebuild"), description: t("properties.rebuildQuestion") }
    if (await prompt({ ...question, variant: "confirmation", confirmText: t("properties.rebuild"), cancelText: t("cancel") })) {
      rebuild.mutate({ path: "/admin/catalog-rebuild", method: "POST" })
    }
  }
  const shown = [
    columns.accessor(nameOf, { id: "name", header: t("properties.name") }),
    columns.accessor(titleOf, { id: "title", header: t("properties.shownAs") }),
    columns.accessor(facetOf, { id: "facet", header: t("properties.is_facet") }),
    columns.accessor((property) => said(property.is_searchable), { id: "searchable", header: t("properties.is_searchable") }),
    columns.accessor((property) => (property.kind === "property" ? said(property.is_on_card) : "–"), {
      id: "card",
      header: t("properties.is_on_card"),
    }),
    columns.accessor((property) => property.unit ?? property.proposed_unit ?? "–", { id: "unit", header: t("properties.unit") }),
    columns.accessor((property) => property.position ?? "–", { id: "position", header: t("properties.position") }),
    columns.accessor((property) => formatNumber(property.value_count, language), { id: "values", header: t("properties.values") }),
  ]
  return (
    <>
      <PagedTable
        title={t("properties.title")}
        page={page}
        columns={shown}
        rowId={(property) => property.id}
        onRowClick={setEdited}
        search={t("properties.search")}
        tools={
          <Button size="small" variant="secondary" isLoading={rebuild.isPending} onClick={() => void ask()}>
            {t("properties.rebuild")}
          </Button>
        }
        empty={{ heading: t("properties.empty"), description: t("properties.emptyHint") }}
      />
      {edited && <CatalogPropertyForm property={edited} title={nameOf(edited)} onClose={() => setEdited(null)} />}
    </>
  )
}

export const config = defineRouteConfig({ label: "properties.title", translationNs: "kontor" })

export default CatalogProperties
