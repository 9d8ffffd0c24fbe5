import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowPath } from "@medusajs/icons"
import { Container, createDataTableColumnHelper, DataTable, Heading, Select, Text, useDataTable } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { StateBadge } from "../../components/state-badge"
import { formatDateTime, formatDuration } from "../../lib/format"
import type { ExchangeRunList, ExchangeRunRow } from "../../lib/types"
import { usePageOf } from "../../lib/use-page-of"
import { usePaginationTexts } from "../../lib/use-pagination-texts"

const ALL = "all"
const columns = createDataTableColumnHelper<ExchangeRunRow>()

/** What a run changed, in one line: only kinds of which something was written. */
const changes = (run: ExchangeRunRow, name: (kind: string) => string): string =>
  Object.entries(run.counts)
    .map(([kind, count]) => [kind, (count.created ?? 0) + (count.updated ?? 0) + (count.deleted ?? 0)] as const)
    .filter(([, written]) => written > 0)
    .map(([kind, written]) => `${name(kind)}: ${written}`)
    .join(" · ") || "–"

/** A long text on one line; the whole of it shows under the pointer. */
const Clipped = ({ text }: { text: string }) => (
  <span className="block max-w-[240px] truncate" title={text}>
    {text}
  </span>
)

const ExchangeLog = () => {
  const { t, i18n } = useTranslation("kontor")
  const navigate = useNavigate()
  const texts = usePaginationTexts()
  const [filters, setFilters] = useState<{ direction: string; state: string }>({ direction: ALL, state: ALL })
  const page = usePageOf<ExchangeRunList, ExchangeRunRow>("/admin/exchange-runs", (answer) => answer.exchange_runs, {
    direction: filters.direction === ALL ? undefined : filters.direction,
    state: filters.state === ALL ? undefined : filters.state,
  })
  const table = useDataTable({
    data: page.rows,
    columns: useMemo(
      () => [
        columns.accessor("started_at", {
          header: t("exchange.started"),
          cell: ({ row }) => formatDateTime(row.original.started_at, i18n.language),
        }),
        columns.accessor("direction", { header: t("exchange.direction"), cell: ({ row }) => t(`exchange.${row.original.direction}`) }),
        columns.accessor((run) => run.filename ?? t(`kinds.${run.kind}`, run.kind), {
          id: "file",
          header: t("exchange.file"),
          cell: ({ getValue }) => <Clipped text={getValue()} />,
        }),
        columns.accessor("state", { header: t("exchange.state"), cell: ({ row }) => <StateBadge state={row.original.state} /> }),
        columns.accessor("duration_ms", {
          header: t("exchange.duration"),
          cell: ({ row }) => formatDuration(row.original.duration_ms, i18n.language),
        }),
        columns.accessor("issue_count", { header: t("exchange.issues") }),
        columns.accessor((run) => changes(run, (kind) => t(`kinds.${kind}`, kind)), {
          id: "counts",
          header: t("exchange.counts"),
          cell: ({ getValue }) => <Clipped text={getValue()} />,
        }),
      ],
      [t, i18n.language]
    ),
    getRowId: (row) => row.id,
    rowCount: page.count,
    isLoading: page.isLoading,
    pagination: page.pagination,
    onRowClick: (_event, row) => navigate(`/exchange/${row.id}`),
  })
  const isFiltered = filters.direction !== ALL || filters.state !== ALL
  const empty = isFiltered
    ? { heading: t("nothingFound"), description: t("nothingFoundHint") }
    : { heading: t("exchange.empty"), description: t("exchange.emptyHint") }
  const choice = (name: "direction" | "state", values: string[], label: (value: string) => string) => (
    <Select
      size="small"
      value={filters[name]}
      onValueChange={(value) => {
        setFilters({ ...filters, [name]: value })
        page.toFirstPage()
      }}
    >
      <Select.Trigger className="min-w-[190px]" aria-label={t(`exchange.${name}`)}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        <Select.Item value={ALL}>{t("exchange.all", { what: t(`exchange.${name}`) })}</Select.Item>
        {values.map((value) => (
          <Select.Item key={value} value={value}>
            {label(value)}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
  return (
    <Container className="p-0">
      <DataTable instance={table}>
        <DataTable.Toolbar className="flex items-center justify-between">
          <Heading>{t("exchange.runs")}</Heading>
          <div className="flex gap-x-2">
            {choice("direction", ["in", "out"], (value) => t(`exchange.${value}`))}
            {choice("state", ["running", "done", "failed"], (value) => t(`state.${value}`))}
          </div>
        </DataTable.Toolbar>
        <DataTable.Table emptyState={{ empty }} />
        <DataTable.Pagination translations={texts} />
      </DataTable>
      {page.error && <Text className="text-ui-fg-error px-6 pb-4">{`${t("error")}: ${page.error.message}`}</Text>}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "exchange.title", translationNs: "kontor", icon: ArrowPath })

export default ExchangeLog
