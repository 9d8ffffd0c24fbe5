import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { Container, createDataTableColumnHelper, DataTable, Heading, Label, Switch, Text, useDataTable } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { StateBadge } from "../../components/state-badge"
import { formatDateTime } from "../../lib/format"
import type { LegalEntityList, LegalEntityRow } from "../../lib/types"
import { usePageOf } from "../../lib/use-page-of"
import { usePaginationTexts } from "../../lib/use-pagination-texts"

const columns = createDataTableColumnHelper<LegalEntityRow>()

const LegalEntities = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const texts = usePaginationTexts()
  const [mine, setMine] = useState(false)
  const page = usePageOf<LegalEntityList, LegalEntityRow>("/admin/legal-entities", (answer) => answer.legal_entities, {
    mine: mine ? "true" : undefined,
  })
  const table = useDataTable({
    data: page.rows,
    columns: useMemo(
      () => [
        columns.accessor("name", { header: t("entities.name"), cell: ({ row }) => <Text size="small">{row.original.name}</Text> }),
        columns.accessor("inn", { header: t("entities.inn") }),
        columns.accessor("kpp", { header: t("entities.kpp") }),
        columns.accessor((row) => row.holding?.name ?? "–", {
          id: "holding",
          header: t("entities.holding"),
          cell: ({ row }) => `${row.original.holding?.name ?? "–"}${row.original.is_head ? ` (${t("entities.head")})` : ""}`,
        }),
        columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
        columns.accessor("as_of", { header: t("entities.asOf"), cell: ({ row }) => formatDateTime(row.original.as_of, i18n.language) }),
      ],
      [t, i18n.language]
    ),
    getRowId: (row) => row.id,
    rowCount: page.count,
    isLoading: page.isLoading,
    pagination: page.pagination,
    search: page.search,
    onRowClick: (_event, row) => navigate(`/legal-entities/${row.id}`),
  })
  return (
    <Container className="p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex items-center justify-between">
          <Heading>{t("entities.title")}</Heading>
          <div className="flex items-center gap-x-2">
            <Switch
              id="clients-mine"
              size="small"
              checked={mine}
              onCheckedChange={(checked) => {
                setMine(checked)
                page.toFirstPage()
              }}
            />
            <Label size="small" htmlFor="clients-mine">
              {t("workplace.mine")}
            </Label>
            <DataTable.Search placeholder={t("entities.search")} />
          </div>
        </DataTable.Toolbar>
        <DataTable.Table
          emptyState={{
            empty: { heading: t("entities.empty"), description: t("entities.emptyHint") },
            filtered: { heading: t("nothingFound"), description: t("nothingFoundHint") },
          }}
        />
        <DataTable.Pagination translations={texts} />
      </DataTable>
      {page.error && <Text className="text-ui-fg-error px-6 pb-4">{`${t("error")}: ${page.error.message}`}</Text>}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "entities.title", translationNs: "kontor", icon: BuildingStorefront })

export default LegalEntities
