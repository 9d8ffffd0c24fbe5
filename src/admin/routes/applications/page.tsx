import { defineRouteConfig } from "@medusajs/admin-sdk"
import { EnvelopeContent } from "@medusajs/icons"
import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { StateBadge } from "../../components/state-badge"
import { APPLICATION_KINDS, APPLICATION_STATES, type ApplicationList, type ApplicationRow } from "../../lib/application-types"
import { formatDateTime } from "../../lib/format"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<ApplicationRow>()

/** The queue of those who wish to become clients, to add an entity, or to change requisites. */
const Applications = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const [filters, setFilters] = useKept<{ state?: string | undefined; kind?: string | undefined }>("filters", {})
  const page = usePageOf<ApplicationList, ApplicationRow>("/admin/applications", (answer) => answer.applications, { filters })
  const shown = useMemo(
    () => [
      columns.accessor("number", { header: t("applications.number") }),
      columns.accessor((row) => row.requisites.name ?? "–", {
        id: "company",
        header: t("applications.company"),
        cell: ({ row }) => <Company row={row.original} />,
      }),
      columns.accessor((row) => t(`applications.kinds.${row.kind}`), { id: "kind", header: t("applications.kind") }),
      columns.accessor((row) => row.applicant.name, { id: "applicant", header: t("applications.applicant") }),
      columns.accessor("state", { header: t("entities.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
      columns.accessor((row) => row.manager?.name ?? "–", { id: "manager", header: t("applications.manager") }),
      columns.accessor("created_at", {
        header: t("applications.at"),
        cell: ({ row }) => formatDateTime(row.original.created_at, i18n.language),
      }),
    ],
    [t, i18n.language]
  )
  const choose = (name: "state" | "kind") => (value: string | undefined) => setFilters({ ...filters, [name]: value })
  return (
    <PagedTable
      title={t("applications.title")}
      page={page}
      columns={shown}
      rowId={(row) => row.id}
      onRowClick={(row) => navigate(`/applications/${row.id}`)}
      search={t("applications.search")}
      tools={
        <>
          <FilterChoice
            label={t("applications.kind")}
            value={filters.kind}
            values={APPLICATION_KINDS}
            text={(kind) => t(`applications.kinds.${kind}`)}
            onChange={choose("kind")}
          />
          <FilterChoice
            label={t("entities.state")}
            value={filters.state}
            values={APPLICATION_STATES}
            text={(state) => t(`state.${state}`)}
            onChange={choose("state")}
          />
        </>
      }
      empty={{ heading: t("applications.empty"), description: t("applications.emptyHint") }}
    />
  )
}

const Company = ({ row: { requisites } }: { row: ApplicationRow }) => (
  <div className="flex flex-col">
    <span>{requisites.name}</span>
    <Text size="xsmall" className="text-ui-fg-muted">
      {[requisites.inn, requisites.kpp].filter(Boolean).join(" / ")}
    </Text>
  </div>
)

export const config = defineRouteConfig({ label: "applications.title", translationNs: "kontor", icon: EnvelopeContent })

export default Applications
