import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Button, createDataTableColumnHelper } from "@medusajs/ui"
import { TruckFast } from "@medusajs/icons"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useNavigate } from "react-router-dom"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { ArrivalTable } from "../../components/supplies/arrival-table"
import { SupplyCalendar } from "../../components/supplies/supply-calendar"
import { SupplyForm } from "../../components/supplies/supply-form"
import { SupplyStateBadge } from "../../components/supplies/supply-state"
import { SupplyUpload } from "../../components/supplies/supply-upload"
import { WarehouseFilter } from "../../components/supplies/warehouse-field"
import { formatDate, formatDateTime, formatDecimal } from "../../lib/format"
import { SUPPLY_STATES, type SupplyList, type SupplyRow } from "../../lib/supplies"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<SupplyRow>()

const VIEWS = ["list", "calendar", "arrivals"] as const

/** Inbound supplies: as a list, by the days of a month, or line by line as they arrive. */
const Supplies = () => {
  const { t } = useTranslation("kontor")
  const navigate = useNavigate()
  const [view, setView] = useKept<(typeof VIEWS)[number]>("view", "list")
  const tools = (
    <>
      {VIEWS.filter((each) => each !== view).map((each) => (
        <Button key={each} size="small" variant="secondary" onClick={() => setView(each)}>
          {t(`supplies.${each}`)}
        </Button>
      ))}
      <SupplyUpload />
      <SupplyForm supply={null} lines={[]} onDone={({ id }) => navigate(`/supplies/${id}`)} />
    </>
  )
  switch (view) {
    case "calendar":
      return <SupplyCalendar tools={tools} />
    case "arrivals":
      return <ArrivalTable tools={tools} />
    case "list":
      return <SupplyTable tools={tools} />
  }
}

const SupplyTable = ({ tools }: { tools: ReactNode }) => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const navigate = useNavigate()
  const [state, setState] = useKept<string | undefined>("state", undefined)
  const [source, setSource] = useKept<string | undefined>("source", undefined)
  const [warehouse_id, setWarehouse] = useKept<string | undefined>("warehouse", undefined)
  const page = usePageOf<SupplyList, SupplyRow>("/admin/supplies", ({ supplies }) => supplies, { filters: { state, source, warehouse_id } })
  const warehouseOf = ({ warehouse }: SupplyRow) =>
    warehouse ? (warehouse.name ?? t("supplies.unknownWarehouse", { id: warehouse.id })) : "–"
  const shown = [
    columns.accessor("number", { header: t("supplies.number") }),
    columns.accessor("state", { header: t("supplies.state"), cell: ({ getValue }) => <SupplyStateBadge state={getValue()} /> }),
    columns.accessor((supply) => formatDate(supply.expected_on, language), { id: "expected", header: t("supplies.expected") }),
    columns.accessor(warehouseOf, { id: "warehouse", header: t("supplies.warehouse") }),
    columns.accessor((supply) => supply.supplier_name ?? "–", { id: "supplier", header: t("supplies.supplier") }),
    columns.accessor("line_count", { header: t("supplies.lines") }),
    columns.accessor((supply) => formatDecimal(supply.promised, language), { id: "promised", header: t("supplies.promised") }),
    columns.accessor((supply) => formatDecimal(supply.free, language), { id: "free", header: t("supplies.free") }),
    columns.accessor((supply) => t(`factSource.${supply.source}`), { id: "source", header: t("supplies.source") }),
    columns.accessor((supply) => formatDateTime(supply.as_of, language), { id: "asOf", header: t("supplies.asOf") }),
  ]
  return (
    <PagedTable
      title={t("supplies.title")}
      page={page}
      columns={shown}
      rowId={(supply) => supply.id}
      onRowClick={(supply) => navigate(`/supplies/${supply.id}`)}
      search={t("supplies.search")}
      tools={
        <>
          <FilterChoice
            label={t("supplies.state")}
            value={state}
            values={["open", ...SUPPLY_STATES]}
            text={(value) => t(`supplies.states.${value}`)}
            onChange={setState}
          />
          <WarehouseFilter value={warehouse_id} onChange={setWarehouse} />
          <FilterChoice
            label={t("supplies.source")}
            value={source}
            values={["erp", "portal"]}
            text={(value) => t(`factSource.${value}`)}
            onChange={setSource}
          />
          {tools}
        </>
      }
      empty={{ heading: t("supplies.empty"), description: t("supplies.emptyHint") }}
    />
  )
}

export const config = defineRouteConfig({ label: "supplies.title", translationNs: "kontor", icon: TruckFast })

export default Supplies
