import { quote } from "../record-sink"
import { parseBoolean } from "../values/boolean"
import { parseDay } from "../values/dates"
import { addDecimals, compareDecimals, parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { isDeleted, readRequisites, requisiteOf } from "./fields"
import { readOrderState } from "./order-state"

const ORDER = "Заказ товара"
const SHIPMENTS = new Set(["Отпуск товара"])
const PAYMENTS = new Set(["Выплата безналичных денег", "Выплата наличных денег", "Эквайринговая операция"])

/** A `Документ` right under the root: the built-in exchange sends orders only. */
export function mapDocument(node: XmlNode, context: PackageContext): void {
  mapDocuments([node], context)
}

/** `Контейнер` of the extension: an order with the documents of its payment and shipment. */
export function mapContainer(node: XmlNode, context: PackageContext): void {
  mapDocuments(node.childrenNamed("Документ"), context)
}

function operationOf(document: XmlNode): string {
  return document.textOf("ХозОперация") || ORDER
}

function mapDocuments(documents: XmlNode[], context: PackageContext): void {
  const orders = documents.filter((document) => operationOf(document) === ORDER)
  const settling = documents.filter((document) => isSettling(document) && orders.some((order) => isTied(document, order, orders)))
  for (const order of orders) {
    const own = settling.filter((document) => isTied(document, order, orders))
    const total = order.textOf("Сумма") ?? ""
    const shipments = own.filter((document) => SHIPMENTS.has(operationOf(document)) && isEffective(document))
    const settlement = { paid_on: settledBy(own, PAYMENTS, total), shipped_on: settledBy(own, SHIPMENTS, total), shipments }
    const state = readOrderState(order, settlement, context)
    if (state) {
      context.sink.add(state)
    }
  }
  for (const document of documents.filter((document) => !orders.includes(document) && !settling.includes(document))) {
    reportUnsupported(document, context)
  }
}

function isSettling(document: XmlNode): boolean {
  return PAYMENTS.has(operationOf(document)) || SHIPMENTS.has(operationOf(document))
}

/** `Основание` names the order; a document without it belongs to the only order of its container. */
function isTied(document: XmlNode, order: XmlNode, orders: XmlNode[]): boolean {
  const basis = document.textOf("Основание") ?? ""
  return basis === "" ? orders.length === 1 : basis === order.textOf("Ид")
}

/**
 * Day of the last of the documents, once together they cover the order. Documents that are deleted or not posted do not
 * count. Where a sum is missing the documents are taken for the whole order.
 */
function settledBy(documents: XmlNode[], operations: ReadonlySet<string>, total: string): string | null {
  const counted = documents.filter((document) => operations.has(operationOf(document)) && isEffective(document))
  const sums = counted.map((document) => parseDecimal(document.textOf("Сумма") ?? ""))
  const expected = parseDecimal(total)
  const known = sums.filter((sum) => sum !== null)
  if (expected !== null && known.length === sums.length && compareDecimals(known.reduce(addDecimals, "0"), expected) < 0) {
    return null
  }
  const days = counted.map((document) => parseDay(document.textOf("Дата1С") ?? document.textOf("Дата") ?? "")).filter((day) => day !== null)
  return days.sort().at(-1) ?? null
}

function isEffective(document: XmlNode): boolean {
  const posted = document.textOf("Проведен") ?? requisiteOf(readRequisites(document) ?? new Map(), "Проведен") ?? ""
  return !isDeleted(document) && parseBoolean(posted) !== false
}

function reportUnsupported(document: XmlNode, context: PackageContext): void {
  const subject = document.textOf("Номер1С") || document.textOf("Номер") || document.textOf("Ид") || null
  const message = `The document ${quote(subject ?? "")} is ${quote(operationOf(document))} without an order beside it, only orders are read`
  context.sink.problem("document_kind_unsupported", message, subject)
}
