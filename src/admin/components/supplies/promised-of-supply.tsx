import { createDataTableColumnHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import type { DemandList, DemandRow } from "../../lib/demands"
import { formatDateTime } from "../../lib/format"
import { usePageOf } from "../../lib/use-page-of"
import { PromiseForm } from "../demands/promise-form"
import { PromisesOf } from "../demands/promises-of"
import { PagedTable } from "../paged-table"

const columns = createDataTableColumnHelper<DemandRow>()

/** Whose orders wait for a supply, of the clients that the reader looks after: whom its delay concerns, who asked first before the others. */
export const PromisedOfSupply = ({ supplyId }: { supplyId: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const page = usePageOf<DemandList, DemandRow>("/admin/demands", ({ demands }) => demands, { within: { supply_id: supplyId } })
  const shown = [
    columns.accessor((demand) => [demand.article, demand.title].filter(Boolean).join(" · "), {
      id: "product",
      header: t("demands.product"),
    }),
    columns.accessor((demand) => demand.legal_entity.name, { id: "client", header: t("demands.client") }),
    columns.display({
      id: "order",
      header: t("demands.order"),
      cell: ({ row: { original } }) => (
        <Link className="text-ui-fg-interactive" to={`/orders/${original.order.id}`}>
          {original.order.number}
        </Link>
      ),
    }),
    columns.display({ id: "promises", header: t("demands.promises"), cell: ({ row }) => <PromisesOf demand={row.original} /> }),
    columns.accessor((demand) => formatDateTime(demand.created_at, i18n.language), { id: "since", header: t("demands.since") }),
    columns.display({ id: "bind", cell: ({ row }) => <PromiseForm demand={row.original} /> }),
  ]
  return (
    <PagedTable
      title={t("demands.ofSupply")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(demand) => demand.id}
      search={t("demands.search")}
      empty={{ heading: t("demands.ofSupplyEmpty"), description: t("demands.ofSupplyHint") }}
    />
  )
}
