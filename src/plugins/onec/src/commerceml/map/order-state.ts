import type { ErpOrderState } from "@kontor/framework"
import { quote } from "../record-sink"
import { parseBoolean } from "../values/boolean"
import { parseCurrency } from "../values/currency"
import { parseDay } from "../values/dates"
import { addDecimals, multiplyDecimals, parseDecimal } from "../values/decimal"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"
import { isDeleted, readExternalId, readRequisites, requisiteOf } from "./fields"
import { parseOfferId } from "./offer-id"

/** Ids that 1C makes; an order that came from us keeps ours in client B. */
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** What happened to an order besides its own document: documents of payment and shipment in its container. */
export interface Settlement {
  paid_on: string | null
  shipped_on: string | null
  /** Documents of shipment that count, each with the goods that it has taken out. */
  shipments: readonly XmlNode[]
}

/**
 * State of an order from its `Документ`; null, with a problem in the sink, when it cannot be read as a whole: a state with
 * part of its lines would look like lines that 1C has removed. The built-in exchange keeps everything in requisites, the
 * extension has elements for some of it (`Номер1С`, `Дата1С`).
 */
export function readOrderState(node: XmlNode, settlement: Settlement, context: PackageContext): ErpOrderState | null {
  const number = node.textOf("Номер") ?? ""
  const id = node.textOf("Ид") ?? ""
  if (number === "") {
    context.sink.problem("order_number_missing", `The order ${quote(id)} has no Номер`, id || null)
    return null
  }
  const lines = readLines(node, number, context)
  const total = readAmount(node.textOf("Сумма"))
  if (lines === null || total === undefined) {
    reportTotal(total, node, number, context)
    return null
  }
  const shipped = readShipped(settlement.shipments, number, context)
  const requisites = readRequisites(node) ?? new Map<string, string>()
  const erpDate = parseDay(node.textOf("Дата1С") ?? requisiteOf(requisites, "Дата по 1С") ?? "")
  return {
    kind: "order_state",
    external_id: GUID.test(id) ? id : null,
    number,
    erp_number: (node.textOf("Номер1С") ?? requisiteOf(requisites, "Номер по 1С")) || null,
    erp_date: erpDate,
    status: readStatus(requisites),
    is_posted: parseBoolean(node.textOf("Проведен") ?? requisiteOf(requisites, "Проведен") ?? ""),
    is_cancelled: isCancelled(node, requisites),
    paid_on: settledOn(node, requisites, "Оплачен", "Дата оплаты по 1С", settlement.paid_on, context),
    shipped_on: settledOn(node, requisites, "Отгружен", "Дата отгрузки по 1С", settlement.shipped_on, context),
    ...(shipped ? { shipped } : {}),
    total,
    currency_code: readCurrency(node, number, context),
    lines,
  }
}

/** In the order of how plainly they name the state. «Статуса заказа ИД» is misspelt by 1C itself. */
const STATUS_NAMES = ["Статус заказа", "Статуса заказа ИД", "Статус заказа ИД", "Состояние заказа", "Статус", "Состояние"]

function readStatus(requisites: Map<string, string>): string | null {
  return requisiteOf(requisites, ...STATUS_NAMES) ?? null
}

function isCancelled(node: XmlNode, requisites: Map<string, string>): boolean {
  const flags = [requisiteOf(requisites, "Отменен"), requisiteOf(requisites, "ПометкаУдаления"), node.textOf("Отменен")]
  return isDeleted(node) || flags.some((flag) => parseBoolean(flag ?? "") === true)
}

/**
 * Day of full payment or shipment. An explicit "no" wins; then the day that 1C names, then the day of the settling
 * document. A bare "yes" is true at the latest when the package was formed.
 */
function settledOn(
  node: XmlNode,
  requisites: Map<string, string>,
  flagName: string,
  dateName: string,
  byDocument: string | null,
  context: PackageContext
): string | null {
  const flag = parseBoolean(node.textOf(flagName) ?? requisiteOf(requisites, flagName) ?? "")
  if (flag === false) {
    return null
  }
  return parseDay(requisiteOf(requisites, dateName) ?? "") ?? byDocument ?? (flag ? context.formedOn : null)
}

/** Null when the amount is not mentioned, undefined when it is unreadable. */
function readAmount(written: string | undefined): string | null | undefined {
  return written ? (parseDecimal(written) ?? undefined) : null
}

function reportTotal(total: string | null | undefined, node: XmlNode, number: string, context: PackageContext): void {
  if (total === undefined) {
    context.sink.problem(
      "order_total_invalid",
      `The total ${quote(node.textOf("Сумма") ?? "")} of the order ${number} is not an amount`,
      number
    )
  }
}

function readCurrency(node: XmlNode, number: string, context: PackageContext): string | null {
  const written = node.textOf("Валюта") ?? ""
  const code = written === "" ? null : parseCurrency(written)
  if (written !== "" && code === null) {
    context.sink.problem("currency_unknown", `The order ${number} is in an unknown currency ${quote(written)}`, number)
  }
  return code
}

/** Null when a line cannot be read. */
function readLines(node: XmlNode, number: string, context: PackageContext): ErpOrderState["lines"] | null {
  const lines: ErpOrderState["lines"] = []
  for (const [index, row] of (node.list("Товары", "Товар") ?? []).entries()) {
    const line = readLine(row, `line ${index + 1} of the order ${number}`, context)
    if (line === null) {
      return null
    }
    lines.push(line)
  }
  return lines
}

/** By product, of all documents; null when none has goods, or one of them cannot be read, which would look as if less had been shipped. */
function readShipped(shipments: readonly XmlNode[], number: string, context: PackageContext): ErpOrderState["shipped"] | null {
  const quantities = new Map<string, string>()
  for (const shipment of shipments) {
    const lines = readLines(shipment, number, context)
    if (lines === null) {
      return null
    }
    for (const { offer_external_id, quantity } of lines) {
      quantities.set(offer_external_id, addDecimals(quantities.get(offer_external_id) ?? "0", quantity))
    }
  }
  return quantities.size === 0 ? null : [...quantities].map(([offer_external_id, quantity]) => ({ offer_external_id, quantity }))
}

/**
 * Quantities are told in a unit with its coefficient and become base units. The price of another unit is not divided, since
 * that need not be exact; the amount of the line stays.
 */
function readLine(row: XmlNode, subject: string, context: PackageContext): ErpOrderState["lines"][number] | null {
  const raw = readExternalId(row.textOf("Ид"), `product in ${subject}`, context.sink)
  if (raw === null) {
    return null
  }
  const quantity = parseDecimal(row.textOf("Количество") ?? "")
  const coefficient = parseDecimal(row.textOf("Коэффициент") || "1")
  const price = readAmount(row.textOf("ЦенаЗаЕдиницу") ?? row.textOf("Цена"))
  const amount = readAmount(row.textOf("Сумма"))
  if (quantity === null || coefficient === null || price === undefined || amount === undefined) {
    context.sink.problem("order_line_invalid", `A number in ${subject} is unreadable, the order is left as it was`, raw)
    return null
  }
  return {
    offer_external_id: parseOfferId(raw, row.textOf("ИдХарактеристики"))?.offer ?? raw,
    quantity: multiplyDecimals(quantity, coefficient),
    price: coefficient === "1" ? price : null,
    amount,
  }
}
