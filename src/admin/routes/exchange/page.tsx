import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ArrowPath } from "@medusajs/icons"
import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { StateBadge } from "../../components/state-badge"
import { formatDateTime, formatDuration } from "../../lib/format"
import type { ExchangeRunList, ExchangeRunRow } from "../../lib/types"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<ExchangeRunRow>()

/** What a run changed here or took to 1C, in one line: only kinds of which there was something. */
const changes = (run: ExchangeRunRow, name: (kind: string) => string): string =>
  Object.entries(run.counts)
    .map(([kind, count]) => {
      const written = (count.created ?? 0) + (count.updated ?? 0) + (count.deleted ?? 0)
      return [kind, run.direction === "out" ? (count.received ?? 0) : written] as const
    })
    .filter(([, amount]) => amount > 0)
    .map(([kind, amount]) => `${name(kind)}: ${amount}`)
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
  const [filters, setFilters] = useKept<{ direction?: string; state?: string }>("filters", {})
  const page = usePageOf<ExchangeRunList, ExchangeRunRow>("/admin/exchange-runs", (answer) => answer.exchange_runs, { filters })
  const shown = useMemo(
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
  )
  const choice = (name: "direction" | "state", values: string[], text: (value: string) => string) => (
    <FilterChoice
      label={t(`exchange.${name}`)}
      value={filters[name]}
      values={values}
      text={text}
      onChange={(value) => setFilters({ ...filters, [name]: value })}
    />
  )
  return (
    <PagedTable
      title={t("exchange.runs")}
      page={page}
      columns={shown}
      rowId={(run) => run.id}
      onRowClick={(run) => navigate(`/exchange/${run.id}`)}
      tools={
        <>
          {choice("direction", ["in", "out"], (value) => t(`exchange.${value}`))}
          {choice("state", ["running", "done", "failed"], (value) => t(`state.${value}`))}
        </>
      }
      empty={{ heading: t("exchange.empty"), description: t("exchange.emptyHint") }}
    />
  )
}

export const config = defineRouteConfig({ label: "exchange.title", translationNs: "kontor", icon: ArrowPath })

export default ExchangeLog
