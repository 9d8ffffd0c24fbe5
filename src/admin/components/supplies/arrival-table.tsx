import { Button, createDataTableColumnHelper, Input } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { formatDate, formatDateTime, formatDecimal } from "../../lib/format"
import { productName } from "../../lib/product-name"
import type { ArrivalList, ArrivalRow } from "../../lib/supplies"
import { useLocale } from "../../lib/use-locale"
import { usePageOf } from "../../lib/use-page-of"
import { PagedTable } from "../paged-table"
import { SupplyStateBadge } from "./supply-state"
import { WarehouseFilter } from "./warehouse-field"

const PATH = "/admin/supply-lines"
const columns = createDataTableColumnHelper<ArrivalRow>()

/** Planned arrivals: what open supplies bring, by day and product, with what of it is promised and what is free. */
export const ArrivalTable = ({ tools }: { tools: ReactNode }) => {
  const { t, i18n } = useTranslation("kontor")
  const { language } = i18n
  const locale = useLocale()
  const [warehouse_id, setWarehouse] = useState<string>()
  const [from, setFrom] = useState("")
  const [to, setTo] = useState("")
  const filters = { warehouse_id, from: from || undefined, to: to || undefined }
  const page = usePageOf<ArrivalList, ArrivalRow>(PATH, ({ lines }) => lines, { filters })
  const asked = Object.entries({ ...filters, q: page.search.state, locale }).filter(([, value]) => value) as [string, string][]
  const quantity = (name: "quantity" | "arrived" | "promised" | "free") =>
    columns.accessor((line) => formatDecimal(line[name], language), { id: name, header: t(`supplies.${name}`) })
  const shown = [
    columns.accessor(
      (line) =>
        [line.expected_on ? formatDate(line.expected_on, language) : t("supplies.noDay"), line.is_late && `(${t("supplies.late")})`]
          .filter(Boolean)
          .join(" "),
      { id: "expected", header: t("supplies.expected") }
    ),
    columns.accessor((line) => line.article ?? "–", { id: "article", header: t("supplies.article") }),
    columns.accessor(productName, {
      id: "product",
      header: t("supplies.product"),
    }),
    ...(["quantity", "arrived", "promised", "free"] as const).map(quantity),
    columns.display({
      id: "supply",
      header: t("supplies.number"),
      cell: ({ row: { original } }) => (
        <Link className="text-ui-fg-interactive" to={`/supplies/${original.supply.id}`}>
          {original.supply.number}
        </Link>
      ),
    }),
    columns.accessor((line) => line.supply.state, {
      id: "state",
      header: t("supplies.state"),
      cell: ({ getValue }) => <SupplyStateBadge state={getValue()} />,
    }),
    columns.accessor(
      (line) => (line.warehouse ? (line.warehouse.name ?? t("supplies.unknownWarehouse", { id: line.warehouse.id })) : "–"),
      {
        id: "warehouse",
        header: t("supplies.warehouse"),
      }
    ),
    columns.accessor((line) => formatDateTime(line.as_of, language), { id: "asOf", header: t("supplies.asOf") }),
  ]
  return (
    <PagedTable
      title={t("supplies.arrivals")}
      page={page}
      columns={shown}
      rowId={(line) => line.id}
      search={t("supplies.arrivalsSearch")}
      tools={
        <>
          <WarehouseFilter value={warehouse_id} onChange={setWarehouse} />
          <Input size="small" type="date" aria-label={t("supplies.from")} value={from} onChange={({ target }) => setFrom(target.value)} />
          <Input size="small" type="date" aria-label={t("supplies.to")} value={to} onChange={({ target }) => setTo(target.value)} />
          <Button size="small" variant="secondary" asChild>
            <a href={`${PATH}/file?${new URLSearchParams(asked).toString()}`}>{t("priceFiles.download")}</a>
          </Button>
          {tools}
        </>
      }
      empty={{ heading: t("supplies.noArrivals"), description: t("supplies.noArrivalsHint") }}
    />
  )
}
