import { type OutboundOrder } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import { ROOT_NAME } from "./layout"
import { currencyForErp } from "./values/currency"
import { isPositive, parseDecimal, toFixedDecimal } from "./values/decimal"
import { localMoment } from "./values/local-time"
import { buyerElement } from "./write/buyer"
import { ERP_LIMITS } from "./write/limits"
import { lineElement, type OrderDialect } from "./write/line"
import { taxElements } from "./write/taxes"
import { cutText, groupElement, textElement, type Markup } from "./xml/markup"

export { type OrderDialect } from "./write/line"

export interface WriteOrdersOptions {
  /** IANA zone of the 1C server, whose clock dates are written by. */
  timeZone?: string
  /** Moment of writing. */
  formedAt?: Date
}

/** Schema by which each client reads: its own for the built-in exchange, the one agreed at init for the extension. */
const SCHEMA_VERSIONS: Record<OrderDialect, string> = { client_a: "2.07", client_b: "2.09" }

const DEFAULT_TIME_ZONE = "Europe/Moscow"

/**
 * The document with orders that 1C fetches by `mode=query`: begins at `<?xml` with no byte order mark. The built-in exchange
 * (client A) takes `Документ` right under the root, the extension (client B) in a `Контейнер` each. No orders give an empty
 * root, by which the extension knows that there is nothing more.
 *
 * One bad order fails the whole package in 1C, so what 1C would refuse throws here: `MedusaError` INVALID_DATA with the order's id.
 * Texts are cut to the lengths of schema 2.08.
 */
export function writeOrders(orders: OutboundOrder[], dialect: OrderDialect, options: WriteOrdersOptions = {}): string {
  const { timeZone = DEFAULT_TIME_ZONE, formedAt = new Date() } = options
  const documents = orders.map((order) => documentElement(order, dialect, timeZone))
  const items = dialect === "client_b" ? documents.map((document) => groupElement("Контейнер", [document])) : documents
  const formed = localMoment(formedAt, timeZone)
  const attributes = `ВерсияСхемы="${SCHEMA_VERSIONS[dialect]}" ДатаФормирования="${formed.day}T${formed.time}"`
  return [`<?xml version="1.0" encoding="UTF-8"?>`, `<${ROOT_NAME} ${attributes}>`, ...items, `</${ROOT_NAME}>`].join("\n")
}

function documentElement(order: OutboundOrder, dialect: OrderDialect, timeZone: string): Markup {
  assertAcceptable(order)
  const placed = localMoment(order.placed_at, timeZone)
  return groupElement("Документ", [
    textElement("Ид", order.order_id),
    textElement("Номер", order.number),
    textElement("Дата", placed.day),
    textElement("ХозОперация", "Заказ товара"),
    textElement("Роль", "Продавец"),
    textElement("Валюта", currencyForErp(order.currency_code)),
    textElement("Курс", "1"),
    textElement("Сумма", moneyOf(order.total, "total", order)),
    groupElement("Контрагенты", [buyerElement(order)]),
    textElement("Время", placed.time),
    textElement("Комментарий", cutText(order.comment ?? "", ERP_LIMITS.comment)),
    groupElement("Налоги", taxElements(order.lines)),
    groupElement(
      "Товары",
      order.lines.map((line) => lineElement(line, dialect))
    ),
    requisitesElement(order, timeZone),
  ])
}

/** Standard requisites first; the contract is for 1C bases that were taught to read it, the rest skip it. */
function requisitesElement(order: OutboundOrder, timeZone: string): Markup {
  const requisites: [name: string, value: string | null][] = [
    ["Отменен", String(order.is_cancelled)],
    ["Комментарии покупателя", order.comment],
    ["Номер договора", order.contract.number],
    ["ИД договора", order.contract.external_id],
    ...reservationRequisites(order.reservation ?? null, timeZone),
  ]
  const rows = requisites.map(([name, value]) => {
    const text = textElement("Значение", cutText(value ?? "", ERP_LIMITS.requisite))
    return text === "" ? "" : groupElement("ЗначениеРеквизита", [textElement("Наименование", name), text])
  })
  return groupElement("ЗначенияРеквизитов", rows)
}

type Reservation = NonNullable<OutboundOrder["reservation"]>

/** In words for people who read the order in 1C. */
const RESERVATION_STATES: Record<Reservation["state"], string> = {
  none: "Без резерва",
  waiting: "Ожидает",
  held: "Действует",
  expired: "Истёк",
  leaving: "Передан",
  ended: "Завершён",
}

/** How the goods are held, and until when by the clock of the 1C server; without `РезервДо` one that is in force lasts until the order is shipped. */
function reservationRequisites(reservation: Reservation | null, timeZone: string): [name: string, value: string | null][] {
  if (!reservation) {
    return []
  }
  const until = reservation.reserved_until === null ? null : localMoment(new Date(reservation.reserved_until), timeZone)
  return [
    ["СостояниеРезерва", RESERVATION_STATES[reservation.state]],
    ["РезервДо", until && `${until.day}T${until.time}`],
  ]
}

function moneyOf(amount: string, what: string, order: OutboundOrder): string {
  const decimal = parseDecimal(amount)
  if (decimal === null) {
    refuse(order, `its ${what} "${amount}" is not an amount`)
  }
  return toFixedDecimal(decimal, 2)
}

/** What makes 1C fail the whole package, or take the order for another one. */
function assertAcceptable(order: OutboundOrder): void {
  if (order.order_id.length > ERP_LIMITS.id) {
    refuse(order, `its id is longer than ${ERP_LIMITS.id} characters`)
  }
  if (order.number.trim() === "" || order.number.length > ERP_LIMITS.number) {
    refuse(order, `its number "${order.number}" must have 1 to ${ERP_LIMITS.number} characters`)
  }
  if (order.currency_code.trim() === "") {
    refuse(order, "it has no currency")
  }
  for (const line of order.lines) {
    if (line.offer_external_id.trim() === "" || line.offer_external_id.length > ERP_LIMITS.productId) {
      refuse(order, `the product id "${line.offer_external_id}" must have 1 to ${ERP_LIMITS.productId} characters`)
    }
    const [quantity, price, amount] = [line.quantity, line.unit_price, line.amount].map(parseDecimal)
    if (!quantity || !isPositive(quantity) || !price || !amount) {
      refuse(order, `the line of ${line.offer_external_id} has no readable quantity, price and amount`)
    }
  }
}

function refuse(order: OutboundOrder, reason: string): never {
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The order ${order.order_id} cannot be sent to 1C: ${reason}`)
}
