import { defineRouteConfig } from "@medusajs/admin-sdk"
import { ClockSolid } from "@medusajs/icons"
import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { DemandSettingForm } from "../../components/demands/demand-setting-form"
import { PromiseForm } from "../../components/demands/promise-form"
import { PromisesOf } from "../../components/demands/promises-of"
import { FilterChoice } from "../../components/filter-choice"
import { PagedTable } from "../../components/paged-table"
import { DEMAND_STATES, type DemandList, type DemandRow } from "../../lib/demands"
import { formatDateTime, formatDecimal } from "../../lib/format"
import { usePageOf } from "../../lib/use-page-of"
import { useKept } from "../../lib/use-kept"

const columns = createDataTableColumnHelper<DemandRow>()

/** One above the other, and cut where it is long: so many columns would not fit beside each other. */
const TwoLines = ({ first, second }: { first: string; second: ReactNode }) => (
  <div className="max-w-64">
    <Text size="small" className="truncate" title={first}>
      {first}
    </Text>
    <Text size="xsmall" className="text-ui-fg-subtle truncate">
      {second}
    </Text>
  </div>
)

/** What was ordered beyond stock and has not come yet: who asked first stands first. */
const Demands = () => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const [state, setState] = useKept<string | undefined>("state", undefined)
  const page = usePageOf<DemandList, DemandRow>("/admin/demands", ({ demands }) => demands, { filters: { state } })
  const shown = [
    columns.display({
      id: "product",
      header: t("demands.product"),
      cell: ({ row: { original } }) => <TwoLines first={original.title} second={original.article} />,
    }),
    columns.display({
      id: "client",
      header: t("demands.client"),
      cell: ({ row: { original } }) => (
        <TwoLines
          first={original.legal_entity.name}
          second={
            <Link className="text-ui-fg-interactive" to={`/orders/${original.order.id}`}>
              {original.order.number}
            </Link>
          }
        />
      ),
    }),
    columns.display({
      id: "quantity",
      header: t("demands.waiting"),
      cell: ({ row: { original } }) => (
        <TwoLines
          first={formatDecimal(original.quantity, language)}
          second={Number(original.served) > 0 && `${t("demands.served")}: ${formatDecimal(original.served, language)}`}
        />
      ),
    }),
    columns.accessor((demand) => formatDecimal(demand.unpromised, language), { id: "unpromised", header: t("demands.unpromised") }),
    columns.display({ id: "promises", header: t("demands.promises"), cell: ({ row }) => <PromisesOf demand={row.original} /> }),
    columns.accessor((demand) => formatDateTime(demand.created_at, language), { id: "since", header: t("demands.since") }),
    columns.display({ id: "bind", cell: ({ row }) => <PromiseForm demand={row.original} /> }),
  ]
  return (
    <PagedTable
      title={t("demands.title")}
      page={page}
      columns={shown}
      rowId={(demand) => demand.id}
      search={t("demands.search")}
      tools={
        <>
          <FilterChoice
            label={t("demands.state")}
            value={state}
            values={DEMAND_STATES}
            text={(value) => t(`demands.states.${value}`)}
            onChange={setState}
          />
          <DemandSettingForm />
        </>
      }
      empty={{ heading: t("demands.empty"), description: t("demands.emptyHint") }}
    />
  )
}

export const config = defineRouteConfig({ label: "demands.title", translationNs: "kontor", icon: ClockSolid })

export default Demands
