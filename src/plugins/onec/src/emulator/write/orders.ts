import { randomUUID } from "node:crypto"
import type { BaseOrder } from "../client/base"
import type { ClientKind } from "../client/connection"
import type { OrderLine } from "../client/read-orders"
import { CLOSE_DOCUMENT, leaf, openDocument, requisitesXml, versionXml } from "./xml"
import { type Packet, type Tally } from "./packet"

/** Orders with their states, on the way from 1C to the site. */

/** Orders in one file. */
const ORDERS_PER_FILE = 500

/** The part after «УТ-»: numbers of payments and shipments carry the same digits. */
function digitsOf(order: BaseOrder): string {
  return order.erp_number.slice(-6)
}

function buyerXml(order: BaseOrder): string {
  const { name, official_name, inn, kpp } = order.buyer
  const codes = [inn === "" ? "" : leaf("ИНН", inn), kpp === "" ? "" : leaf("КПП", kpp)].join("")
  const names = `${leaf("Наименование", name)}${leaf("ОфициальноеНаименование", official_name === "" ? name : official_name)}`
  return `<Контрагенты><Контрагент>${names}<Роль>Покупатель</Роль>${codes}</Контрагент></Контрагенты>`
}

/** Client B calls the price «Цена», client A «ЦенаЗаЕдиницу». */
function lineXml(line: OrderLine, priceElement: string): string {
  const names = `${leaf("Ид", line.id)}${leaf("Артикул", line.article)}${leaf("Наименование", line.name)}`
  return `<Товар>${names}${leaf(priceElement, line.price)}${leaf("Количество", line.quantity)}${leaf("Сумма", line.amount)}</Товар>`
}

function headXml(order: BaseOrder): string {
  const amounts = `<Роль>Продавец</Роль>${leaf("Валюта", order.currency)}<Курс>1</Курс>${leaf("Сумма", order.total)}`
  return `<ХозОперация>Заказ товара</ХозОперация>${amounts}${buyerXml(order)}${leaf("Время", order.time)}${leaf("Комментарий", order.comment)}`
}

/** 1C names payment and shipment only when they are complete. */
function eventRequisites(order: BaseOrder): { name: string; value: string }[] {
  const rows: [string, string | null][] = [
    ["Номер оплаты по 1С", order.paid_on && `УП-${digitsOf(order)}`],
    ["Дата оплаты по 1С", order.paid_on],
    ["Номер отгрузки по 1С", order.shipped_on && `РТ-${digitsOf(order)}`],
    ["Дата отгрузки по 1С", order.shipped_on],
  ]
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

function documentA(order: BaseOrder): string {
  const requisites = [
    { name: "Номер по 1С", value: order.erp_number },
    { name: "Дата по 1С", value: order.erp_date },
    { name: "ПометкаУдаления", value: "false" },
    { name: "Проведен", value: "true" },
    ...eventRequisites(order),
    { name: "Отменен", value: String(order.is_cancelled) },
    { name: "Статус заказа", value: order.state },
  ]
  const ids = `${leaf("Ид", order.erp_id)}${leaf("Номер", order.number)}${leaf("Дата", order.date)}`
  const lines = order.lines.map((line) => lineXml(line, "ЦенаЗаЕдиницу")).join("")
  return `<Документ>${ids}${headXml(order)}<Товары>${lines}</Товары>${requisitesXml(requisites)}</Документ>\n`
}

/** A payment or a shipment in the same container, tied to the order by «Основание». */
function relatedDocument(order: BaseOrder, operation: string, number: string, date: string, lines: string): string {
  const ids = `${leaf("Ид", `${order.erp_id}-${number}`)}${leaf("Номер", number)}${leaf("Дата", date)}`
  const goods = lines === "" ? "" : `<Товары>${lines}</Товары>`
  const basis = leaf("Основание", order.site_id)
  return `<Документ>${ids}${leaf("ХозОперация", operation)}${basis}${leaf("Валюта", order.currency)}${leaf("Сумма", order.total)}${goods}</Документ>\n`
}

function containerB(order: BaseOrder): string {
  const requisites = [
    { name: "Статуса заказа ИД", value: order.state },
    { name: "Проведен", value: "true" },
    { name: "Отменен", value: String(order.is_cancelled) },
    { name: "Оплачен", value: String(order.paid_on !== null) },
    { name: "Отгружен", value: String(order.shipped_on !== null) },
  ]
  const lines = order.lines.map((line) => lineXml(line, "Цена")).join("")
  const numbers = `${leaf("Номер", order.number)}${leaf("Номер1С", order.erp_number)}${leaf("Дата", order.date)}${leaf("Дата1С", order.erp_date)}`
  const ids = `${leaf("Ид", order.site_id)}${versionXml(Number(digitsOf(order)), false)}${numbers}`
  const documents = [`<Документ>${ids}${headXml(order)}${requisitesXml(requisites)}<Товары>${lines}</Товары></Документ>\n`]
  if (order.paid_on !== null) {
    documents.push(relatedDocument(order, "Выплата безналичных денег", `УП-${digitsOf(order)}`, order.paid_on, ""))
  }
  if (order.shipped_on !== null) {
    documents.push(relatedDocument(order, "Отпуск товара", `РТ-${digitsOf(order)}`, order.shipped_on, lines))
  }
  return `<Контейнер>${documents.join("")}</Контейнер>\n`
}

const SCHEMAS = { a: "2.07", b: "2.09", b3: "3.1" } as const

/** Files `orders-<uuid>_<n>.xml` (client B: `documents…`) with the present states of the given orders. */
export function orderPackets(orders: readonly BaseOrder[], client: ClientKind, now: Date): Packet[] {
  const id = randomUUID()
  const count = Math.ceil(orders.length / ORDERS_PER_FILE)
  return Array.from({ length: count }, (_, i) => ({
    type: "sale",
    filename:
      client === "a" ? `orders-${id}_${i + 1}.xml` : client === "b" ? `documents___${id}_${i + 1}.xml` : `documents_1_${i + 1}_${id}.xml`,
    encoding: "utf-8",
    *write(tally: Tally) {
      yield openDocument(SCHEMAS[client], "utf-8", now.toISOString().slice(0, 19))
      for (const order of orders.slice(i * ORDERS_PER_FILE, (i + 1) * ORDERS_PER_FILE)) {
        yield client === "a" ? documentA(order) : containerB(order)
        tally.documents++
      }
      yield CLOSE_DOCUMENT
    },
  }))
}
