import { SaxesParser } from "saxes"
import { EmulatorError } from "./error"

export interface OrderLine {
  /** "item" or "item#characteristic". */
  id: string
  article: string
  name: string
  quantity: string
  price: string
  amount: string
  /** What the site holds of it; empty where it does not say. */
  reserved: string
}

/** An order as the site wrote it; texts are as received. */
export interface ReceivedOrder {
  site_id: string
  number: string
  date: string
  time: string
  operation: string
  currency: string
  total: string
  comment: string
  buyer: { name: string; official_name: string; inn: string; kpp: string }
  lines: OrderLine[]
  requisites: Record<string, string>
}

interface Node {
  name: string
  text: string
  children: Node[]
}

const MAX_DEPTH = 50

function child(node: Node | undefined, name: string): Node | undefined {
  return node?.children.find((each) => each.name === name)
}

function textOf(node: Node | undefined, name: string): string {
  return child(node, name)?.text.trim() ?? ""
}

function listOf(node: Node | undefined, listName: string, name: string): Node[] {
  return child(node, listName)?.children.filter((each) => each.name === name) ?? []
}

function lineOf(node: Node): OrderLine {
  return {
    id: textOf(node, "Ид"),
    article: textOf(node, "Артикул"),
    name: textOf(node, "Наименование"),
    quantity: textOf(node, "Количество"),
    price: textOf(node, "ЦенаЗаЕдиницу"),
    amount: textOf(node, "Сумма"),
    reserved: requisitesOf(node)["Зарезервировано"] ?? "",
  }
}

function requisitesOf(node: Node): Record<string, string> {
  const requisites = listOf(node, "ЗначенияРеквизитов", "ЗначениеРеквизита")
  return Object.fromEntries(requisites.map((each) => [textOf(each, "Наименование"), textOf(each, "Значение")]))
}

function orderOf(node: Node): ReceivedOrder {
  const buyer = listOf(node, "Контрагенты", "Контрагент").find((each) => textOf(each, "Роль") !== "Продавец")
  return {
    site_id: textOf(node, "Ид"),
    number: textOf(node, "Номер"),
    date: textOf(node, "Дата"),
    time: textOf(node, "Время"),
    operation: textOf(node, "ХозОперация"),
    currency: textOf(node, "Валюта"),
    total: textOf(node, "Сумма"),
    comment: textOf(node, "Комментарий"),
    buyer: {
      name: textOf(buyer, "Наименование"),
      official_name: textOf(buyer, "ОфициальноеНаименование"),
      inn: textOf(buyer, "ИНН"),
      kpp: textOf(buyer, "КПП"),
    },
    lines: listOf(node, "Товары", "Товар").map(lineOf),
    requisites: requisitesOf(node),
  }
}

/**
 * Reads the site's answer to `mode=query`: documents right under the root (client A) or in containers (client B). Only one document is
 * kept as a tree at a time.
 * @throws EmulatorError reply_unreadable for malformed XML or a strange root
 */
export function readOrders(xml: string): { orders: ReceivedOrder[]; containers: number } {
  const orders: ReceivedOrder[] = []
  const stack: Node[] = []
  let depth = 0
  let containers = 0
  const refuse = (reason: string): never => {
    throw new EmulatorError("reply_unreadable", `query: ${reason}`)
  }
  const parser = new SaxesParser({ xmlns: true })
  parser.on("error", (error) => refuse(error.message))
  parser.on("opentag", ({ local }) => {
    depth++
    if (depth > MAX_DEPTH) {
      refuse(`elements are nested deeper than ${MAX_DEPTH}`)
    }
    if (depth === 1 && local !== "КоммерческаяИнформация") {
      refuse(`the root is "${local}", «КоммерческаяИнформация» is expected`)
    }
    if (local === "Контейнер" && stack.length === 0) {
      containers++
    } else if (local === "Документ" || stack.length > 0) {
      const node: Node = { name: local, text: "", children: [] }
      stack.at(-1)?.children.push(node)
      stack.push(node)
    }
  })
  parser.on("text", (text) => {
    const open = stack.at(-1)
    if (open) {
      open.text += text
    }
  })
  parser.on("closetag", () => {
    depth--
    const closed = stack.pop()
    if (closed && stack.length === 0) {
      orders.push(orderOf(closed))
    }
  })
  parser.write(xml).close()
  return { orders, containers }
}
