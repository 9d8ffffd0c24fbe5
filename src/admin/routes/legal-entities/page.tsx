import { defineRouteConfig } from "@medusajs/admin-sdk"
import { BuildingStorefront } from "@medusajs/icons"
import { createDataTableColumnHelper, Label, Switch, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { PagedTable } from "../../components/paged-table"
import { StateBadge } from "../../components/state-badge"
import { formatDateTime } from "../../lib/format"
import type { LegalEntityList, LegalEntityRow } from "../../lib/types"
import { usePageOf } from "../../lib/use-page-of"
import { useWithHead } from "../../lib/use-with-head"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<LegalEntityRow>()

const LegalEntities = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const withHead = useWithHead()
  const [mine, setMine] = useKept("mine", false)
  const page = usePageOf<LegalEntityList, LegalEntityRow>("/admin/legal-entities", (answer) => answer.legal_entities, {
    filters: { mine: mine ? "true" : undefined },
  })
  const shown = useMemo(
    () => [
      columns.accessor("name", { header: t("entities.name"), cell: ({ row }) => <Text size="small">{row.original.name}</Text> }),
      columns.accessor("inn", { header: t("entities.inn") }),
      columns.accessor("kpp", { header: t("entities.kpp") }),
      columns.accessor((row) => row.holding?.name ?? "–", {
        id: "holding",
        header: t("entities.holding"),
        cell: ({ row }) => withHead(row.original.holding?.name ?? "–", row.original.is_head),
      }),
      columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
      columns.accessor("as_of", { header: t("entities.asOf"), cell: ({ row }) => formatDateTime(row.original.as_of, i18n.language) }),
    ],
    [t, i18n.language, withHead]
  )
  return (
    <PagedTable
      title={t("entities.title")}
      page={page}
      columns={shown}
      rowId={(row) => row.id}
      onRowClick={(row) => navigate(`/legal-entities/${row.id}`)}
      search={t("entities.search")}
      tools={
        <>
          <Switch id="clients-mine" size="small" checked={mine} onCheckedChange={setMine} />
          <Label size="small" htmlFor="clients-mine">
            {t("workplace.mine")}
          </Label>
        </>
      }
      empty={{ heading: t("entities.empty"), description: t("entities.emptyHint") }}
    />
  )
}

export const config = defineRouteConfig({ label: "entities.title", translationNs: "kontor", icon: BuildingStorefront })

export default LegalEntities
