import { quote } from "../record-sink"
import { addDecimals, parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { readExternalId } from "./fields"

/** Quantities stay below it; more is damage. */
const QUANTITY_BOUND = 1e12

/**
 * Stock of an offer. Per warehouse it is written as
 * `<Склад ИдСклада КоличествоНаСкладе/>` (also as `Склады`, or inside it), as `<Остатки><Остаток><Склад><Ид/><Количество/>`,
 * as `<КоличествоНаСкладах><КоличествоНаСкладе><ИдСклада/><Количество/>` or as `<ОстаткиПоСкладу><ОстаткиПоСкладу>`, each value
 * as an attribute or as an element; the sum as `<Количество>` of the offer or of each `Остаток`. Where warehouses are named the
 * sum is not a fact of its own and is left out. A warehouse that is named twice in one of these ways has both quantities: series and
 * cells of one warehouse come as rows of their own. Named in two ways it is told twice, and the first counts. Where one of its rows
 * cannot be read nothing is told of it: the rest would be less, or more, than there is.
 */
export function mapStock(offer: XmlNode, offerId: string, context: PackageContext): void {
  const rows = offer.children.flatMap((list) => warehouseRows(list).map((row) => ({ row, way: list.name })))
  const told = new Map<string, { way: string; quantity: string | null }>()
  for (const { row, way } of rows) {
    const id = row.valueOf("ИдСклада") ?? row.textOf("Ид")
    const warehouse = readExternalId(id, `warehouse in the stock of ${offerId}`, context.sink)
    if (warehouse !== null) {
      const quantity = readQuantity(quantityOf(row), warehouse, offerId, context)
      const before = told.get(warehouse)
      if (before === undefined) {
        told.set(warehouse, { way, quantity })
      } else if (before.way === way) {
        before.quantity = before.quantity === null || quantity === null ? null : addDecimals(before.quantity, quantity)
      }
    }
  }
  for (const [warehouse_external_id, { quantity }] of told) {
    if (quantity !== null) {
      context.sink.add({ kind: "stock", offer_external_id: offerId, warehouse_external_id, quantity })
    }
  }
  if (rows.length === 0) {
    addTotal(offer, offerId, context)
  }
}

function warehouseRows(node: XmlNode): XmlNode[] {
  switch (node.name) {
    case "Склад":
      return [node]
    case "Склады":
      return node.attribute("ИдСклада") === undefined ? node.childrenNamed("Склад") : [node]
    case "Остатки":
      return node.childrenNamed("Остаток").flatMap((rest) => (namesWarehouse(rest) ? [rest] : rest.childrenNamed("Склад")))
    case "КоличествоНаСкладах":
      return node.childrenNamed("КоличествоНаСкладе")
    case "ОстаткиПоСкладу":
      return namesWarehouse(node) ? [node] : node.childrenNamed("ОстаткиПоСкладу")
    default:
      return []
  }
}

function namesWarehouse(row: XmlNode): boolean {
  return Boolean(row.valueOf("ИдСклада"))
}

function quantityOf(row: XmlNode): string {
  return row.valueOf("КоличествоНаСкладе") ?? row.valueOf("Количество") ?? row.textOf("Остаток") ?? ""
}

/** The sum over all warehouses, which nobody names; nothing where no quantity is told. */
function addTotal(offer: XmlNode, offerId: string, context: PackageContext): void {
  const own = offer.textOf("Количество")
  const written = (own ? [own] : (offer.list("Остатки", "Остаток") ?? []).map(quantityOf)).filter((text) => text !== "")
  const quantities = written.map((text) => readQuantity(text, null, offerId, context))
  const told = quantities.filter((quantity) => quantity !== null)
  if (told.length > 0 && told.length === quantities.length) {
    context.sink.add({ kind: "stock", offer_external_id: offerId, warehouse_external_id: null, quantity: told.reduce(addDecimals) })
  }
}

function readQuantity(written: string, warehouse: string | null, offerId: string, context: PackageContext): string | null {
  const quantity = parseDecimal(written)
  if (quantity === null || Math.abs(Number(quantity)) >= QUANTITY_BOUND) {
    const place = warehouse === null ? "" : ` at the warehouse ${warehouse}`
    context.sink.problem("stock_quantity_invalid", `The stock ${quote(written)} of ${offerId}${place} is not a quantity`, offerId)
    return null
  }
  return quantity
}
