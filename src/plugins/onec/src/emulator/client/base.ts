import { guid, PURPOSE } from "../generate/random"
import { readBaseFile, unreadable, writeBaseFile } from "./base-file"
import { EmulatorError } from "./error"
import type { ReceivedOrder } from "./read-orders"

/** States of «Заказ клиента» in «Управление торговлей», in the order in which the emulator goes through them. */
export const ORDER_STATES = ["Ожидается согласование", "К обеспечению", "К отгрузке", "Закрыт"] as const

export type OrderState = (typeof ORDER_STATES)[number]

/** An order as it lies in 1C. */
export interface BaseOrder extends ReceivedOrder {
  erp_id: string
  erp_number: string
  /** YYYY-MM-DD */
  erp_date: string
  state: OrderState
  is_cancelled: boolean
  paid_on: string | null
  shipped_on: string | null
  /** How often the site has sent this order. */
  received_times: number
}

interface BaseFile {
  version: 1
  next_number: number
  orders: Record<string, BaseOrder>
}

/** What became of an order that came: the same number again is never a second order. */
export type Receipt = "new" | "same" | "updated" | "ignored"

function emptyBase(): BaseFile {
  return { version: 1, next_number: 1, orders: {} }
}

function isCancelled(order: ReceivedOrder): boolean {
  return order.requisites["Отменен"] === "true"
}

/** 1C's checks of one order of the site. The first that fails stops the whole package. */
function checkOrder(order: ReceivedOrder): void {
  const refuse = (reason: string): never => {
    throw new EmulatorError("order_refused", `order "${order.number}": ${reason}`)
  }
  if (order.number === "" || order.number.length > 11) {
    refuse(`Номер has ${order.number.length} characters, 1 to 11 are needed`)
  }
  if (order.operation !== "Заказ товара") {
    refuse(`ХозОперация is "${order.operation}", «Заказ товара» is needed`)
  }
  if (order.currency === "") {
    refuse("Валюта is empty")
  }
  if (order.lines.some((line) => line.id === "")) {
    refuse("a line without Ид")
  }
}

/** A small stand-in for 1C's database: the orders that came from the site, in one JSON file. */
export class OrderBase {
  private constructor(
    private readonly path: string,
    private file: BaseFile
  ) {}

  /** Opens the file, or begins a new one. */
  static async open(path: string): Promise<OrderBase> {
    const file = (await readBaseFile(path)) as Partial<BaseFile> | null
    if (file === null) {
      return new OrderBase(path, emptyBase())
    }
    if (file.version !== 1 || typeof file.next_number !== "number" || typeof file.orders !== "object") {
      throw unreadable(path, "it is no base of the emulator")
    }
    return new OrderBase(path, { version: 1, next_number: file.next_number, orders: file.orders })
  }

  orders(): BaseOrder[] {
    return Object.values(this.file.orders)
  }

  find(number: string): BaseOrder | undefined {
    return this.file.orders[number]
  }

  /**
   * Takes an order in, once per number. An order that 1C has begun to work on is not changed any more, but for what the site says of its reservation:
   * whoever works on it has to know whether the goods are still held.
   */
  receive(order: ReceivedOrder, now: Date): Receipt {
    checkOrder(order)
    const known = this.file.orders[order.number]
    if (known === undefined) {
      const counter = this.file.next_number++
      this.file.orders[order.number] = {
        ...order,
        erp_id: guid(counter, PURPOSE.erpOrder, counter),
        erp_number: `УТ-${String(counter).padStart(6, "0")}`,
        erp_date: now.toISOString().slice(0, 10),
        state: ORDER_STATES[0],
        is_cancelled: isCancelled(order),
        paid_on: null,
        shipped_on: null,
        received_times: 1,
      }
      return "new"
    }
    known.received_times++
    const isSame = JSON.stringify(pickReceived(known)) === JSON.stringify(pickReceived(order))
    if (isSame) {
      return "same"
    }
    if (known.state !== ORDER_STATES[0]) {
      return takeReservation(known, order) ? "updated" : "ignored"
    }
    Object.assign(known, order, { is_cancelled: isCancelled(order) })
    return "updated"
  }

  /** Puts changed orders in place of the old ones. */
  replace(orders: readonly BaseOrder[]): void {
    orders.forEach((order) => (this.file.orders[order.number] = order))
  }

  async save(): Promise<void> {
    await writeBaseFile(this.path, this.file)
  }
}

/** Requisites by which the site tells how it holds the goods of an order. */
const RESERVATION = ["СостояниеРезерва", "РезервДо"]

/** Takes over what the site says of the reservation; false where it says what it said. */
function takeReservation(known: BaseOrder, order: ReceivedOrder): boolean {
  const said = ({ requisites, lines }: ReceivedOrder) =>
    JSON.stringify([RESERVATION.map((name) => requisites[name] ?? ""), lines.map(({ id, reserved }) => [id, reserved])])
  if (said(known) === said(order)) {
    return false
  }
  const others = Object.entries(known.requisites).filter(([name]) => !RESERVATION.includes(name))
  const told = Object.entries(order.requisites).filter(([name]) => RESERVATION.includes(name))
  known.requisites = Object.fromEntries([...others, ...told])
  const reservedOf = new Map(order.lines.map(({ id, reserved }) => [id, reserved]))
  known.lines = known.lines.map((line) => ({ ...line, reserved: reservedOf.get(line.id) ?? line.reserved }))
  return true
}

function pickReceived(order: ReceivedOrder): ReceivedOrder {
  const { site_id, number, date, time, operation, currency, total, comment, buyer, lines, requisites } = order
  return { site_id, number, date, time, operation, currency, total, comment, buyer, lines, requisites }
}

/** The order `steps` states further on: paid before it is shipped, closed when it has been. Cancelled orders stay where they are. */
export function advance(order: BaseOrder, steps: number, now: Date): BaseOrder {
  if (order.is_cancelled) {
    return order
  }
  const position = Math.min(ORDER_STATES.length - 1, ORDER_STATES.indexOf(order.state) + steps)
  const today = now.toISOString().slice(0, 10)
  return {
    ...order,
    state: ORDER_STATES[position] ?? order.state,
    paid_on: position >= 2 ? (order.paid_on ?? today) : null,
    shipped_on: position >= 3 ? (order.shipped_on ?? today) : null,
  }
}
