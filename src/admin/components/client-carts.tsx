import { createDataTableColumnHelper } from "@medusajs/ui"
import { useTranslation } from "react-i18next"
import { formatDateTime, formatMoney, formatNumber } from "../lib/format"
import type { ClientCartList, ClientCartRow } from "../lib/types"
import { usePageOf } from "../lib/use-page-of"
import { CartRefinement } from "./cart-refinement"
import { PagedTable } from "./paged-table"

const columns = createDataTableColumnHelper<ClientCartRow>()

/** What people of a client are putting together and have not ordered yet. */
export const ClientCarts = ({ entityId }: { entityId: string }) => {
  const { t, i18n } = useTranslation("kontor")
  const page = usePageOf<ClientCartList, ClientCartRow>(`/admin/legal-entities/${entityId}/carts`, (answer) => answer.carts)
  const shown = [
    columns.accessor((cart) => cart.employee?.name ?? "–", { id: "whose", header: t("carts.whose") }),
    columns.accessor((cart) => cart.employee?.phone ?? cart.employee?.email ?? "–", { id: "contact", header: t("carts.contact") }),
    columns.accessor((cart) => cart.contract.number, { id: "contract", header: t("carts.contract") }),
    columns.accessor((cart) => formatNumber(cart.line_count, i18n.language), { id: "lines", header: t("workplace.orderLines") }),
    columns.accessor((cart) => formatMoney(cart.total, cart.currency_code, i18n.language), {
      id: "total",
      header: t("workplace.orderTotal"),
    }),
    columns.display({
      id: "refined",
      header: t("refined.column"),
      cell: ({ row }) => <CartRefinement refinement={row.original.refinement} />,
    }),
    columns.accessor((cart) => formatDateTime(cart.updated_at, i18n.language), { id: "changed", header: t("carts.changed") }),
  ]
  return (
    <PagedTable
      title={t("carts.title")}
      level="h2"
      page={page}
      columns={shown}
      rowId={(cart) => cart.id}
      empty={{ heading: t("carts.empty"), description: t("carts.emptyHint") }}
    />
  )
}
