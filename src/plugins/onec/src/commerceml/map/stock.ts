import { quote } from "../record-sink"
import { parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { readExternalId } from "./fields"

/**
 * Stock of an offer. Three ways to write it per warehouse:
 * `<Склад ИдСклада КоличествоНаСкладе/>` (also as `Склады`, or inside it), `<Остатки><Остаток><Склад><Ид/><Количество/>`,
 * and one for the sum: `<Количество>` of the offer or of `Остаток`. Where warehouses are named the sum is not a fact of
 * its own and is left out.
 */
export function mapStock(offer: XmlNode, offerId: string, context: PackageContext): void {
  const rows = offer.children.flatMap(warehouseRows)
  for (const row of rows) {
    const warehouse = readExternalId(row.attribute("ИдСклада") ?? row.textOf("Ид"), `warehouse in the stock of ${offerId}`, context.sink)
    if (warehouse !== null) {
      addStock(row.attribute("КоличествоНаСкладе") ?? row.textOf("Количество") ?? "", warehouse, offerId, context)
    }
  }
  const total = rows.length === 0 ? totalOf(offer) : ""
  if (total !== "") {
    addStock(total, null, offerId, context)
  }
}

function warehouseRows(node: XmlNode): XmlNode[] {
  switch (node.name) {
    case "Склад":
      return [node]
    case "Склады":
      return node.attribute("ИдСклада") === undefined ? node.childrenNamed("Склад") : [node]
    case "Остатки":
      return node.childrenNamed("Остаток").flatMap((rest) => rest.childrenNamed("Склад"))
    default:
      return []
  }
}

function totalOf(offer: XmlNode): string {
  return offer.textOf("Количество") || offer.child("Остатки")?.child("Остаток")?.textOf("Количество") || ""
}

function addStock(written: string, warehouse: string | null, offerId: string, context: PackageContext): void {
  const quantity = parseDecimal(written)
  if (quantity === null) {
    const place = warehouse === null ? "" : ` at the warehouse ${warehouse}`
    context.sink.problem("stock_quantity_invalid", `The stock ${quote(written)} of ${offerId}${place} is not a quantity`, offerId)
    return
  }
  context.sink.add({ kind: "stock", offer_external_id: offerId, warehouse_external_id: warehouse, quantity })
}
