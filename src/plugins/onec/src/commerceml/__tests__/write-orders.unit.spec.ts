import { type OutboundOrder, type OutboundOrderLine } from "@kontor/framework"
import { SaxesParser } from "saxes"
import { writeOrders, type OrderDialect } from "../write-orders"
import { XmlNode } from "../xml/node"
import { XmlPump } from "../xml/xml-pump"
import { ofKind, readPackage } from "./helpers/read-package"

const LINE: OutboundOrderLine = {
  offer_external_id: "P1#C1",
  article: "ДР-1",
  name: "Дрель <ударная> & тихая",
  unit_code: "796",
  unit_name: "шт",
  asked: null,
  quantity: "3",
  unit_price: "400",
  amount: "1200",
  vat_rate: "20",
}

const ORDER: OutboundOrder = {
  order_id: "order_01HZX",
  number: "K-0000042",
  placed_at: new Date("2026-01-30T21:30:05Z"),
  currency_code: "rub",
  total: "1200",
  comment: "Позвонить за час",
  is_cancelled: false,
  buyer: {
    external_id: "L1",
    name: "Ромашка",
    official_name: "ООО «Ромашка»",
    inn: "0274062111",
    kpp: "077301001",
    address: "Уфа, Ленина, 1",
  },
  contract: { external_id: "D1", number: "15/24" },
  employee: { name: "Смирнов Олег", email: "smirnov@example.com", phone: "+7 347 200-00-00" },
  lines: [LINE],
}

const OPTIONS = { formedAt: new Date("2026-01-31T07:00:00Z") }

/** The whole document as a tree, read by the parser that reads packages. */
function parse(xml: string): XmlNode {
  const path = [new XmlNode("", {})]
  const pump = new XmlPump({
    open(name, attributes) {
      const node = new XmlNode(name, attributes)
      path.at(-1)?.append(node)
      path.push(node)
    },
    text(text) {
      const node = path.at(-1)
      if (node) {
        node.text += text
      }
    },
    close() {
      path.pop()
    },
  })
  pump.feed(xml)
  pump.end()
  return path[0]?.children[0] ?? new XmlNode("nothing", {})
}

function documentOf(order: OutboundOrder, dialect: OrderDialect = "client_a"): XmlNode {
  const root = parse(writeOrders([order], dialect, OPTIONS))
  return (dialect === "client_a" ? root : root.child("Контейнер"))?.child("Документ") ?? new XmlNode("nothing", {})
}

function requisitesOf(document: XmlNode): Record<string, string | undefined> {
  const rows = document.list("ЗначенияРеквизитов", "ЗначениеРеквизита") ?? []
  return Object.fromEntries(rows.map((row) => [row.textOf("Наименование") ?? "", row.textOf("Значение")]))
}

/** Names of elements without text, children and attributes, at any depth. */
function emptyElements(node: XmlNode): string[] {
  const isEmpty = node.children.length === 0 && node.text.trim() === "" && Object.keys(node.attributes).length === 0
  return [...(isEmpty ? [node.name] : []), ...node.children.flatMap(emptyElements)]
}

describe("the document of orders", () => {
  it.each<[OrderDialect, string, string[]]>([
    ["client_a", "2.07", ["Документ", "Документ"]],
    ["client_b", "2.09", ["Контейнер", "Контейнер"]],
  ])("has what %s expects under its root", (dialect, version, children) => {
    const xml = writeOrders([ORDER, { ...ORDER, order_id: "order_2", number: "2" }], dialect, OPTIONS)
    const root = parse(xml)
    expect(xml.startsWith(`<?xml version="1.0" encoding="UTF-8"?>`)).toBe(true)
    expect(root.children.map((child) => child.name)).toEqual(children)
    expect(root.attributes).toEqual({ ВерсияСхемы: version, ДатаФормирования: "2026-01-31T10:00:00" })
  })

  it.each<[OrderDialect]>([["client_a"], ["client_b"]])("is an empty root for %s when there are no orders", (dialect) => {
    const root = parse(writeOrders([], dialect))
    expect([root.name, root.children]).toEqual(["КоммерческаяИнформация", []])
  })

  it("gives the head of an order, at the time of the 1C server", () => {
    const document = documentOf(ORDER)
    const head = ["Ид", "Номер", "Дата", "Время", "ХозОперация", "Роль", "Валюта", "Курс", "Сумма", "Комментарий"]
    expect(head.map((name) => document.textOf(name))).toEqual([
      "order_01HZX",
      "K-0000042",
      "2026-01-31",
      "00:30:05",
      "Заказ товара",
      "Продавец",
      "руб",
      "1",
      "1200.00",
      "Позвонить за час",
    ])
    expect(
      parse(writeOrders([ORDER], "client_a", { timeZone: "Asia/Yekaterinburg" }))
        .child("Документ")
        ?.textOf("Время")
    ).toBe("02:30:05")
  })

  it("gives the buyer as a company with a contact person", () => {
    const buyer = documentOf(ORDER).list("Контрагенты", "Контрагент")?.[0]
    const fields = ["Ид", "Наименование", "ОфициальноеНаименование", "Роль", "ИНН", "КПП"]
    expect(fields.map((name) => buyer?.textOf(name))).toEqual(["L1", "Ромашка", "ООО «Ромашка»", "Покупатель", "0274062111", "077301001"])
    expect(buyer?.child("Адрес")?.textOf("Представление")).toBe("Уфа, Ленина, 1")
    expect(buyer?.list("Контакты", "Контакт")?.map((contact) => contact.textOf("Значение"))).toEqual([
      "smirnov@example.com",
      "+7 347 200-00-00",
    ])
    expect(buyer?.list("Представители", "Представитель")?.[0]?.child("Контрагент")?.textOf("Наименование")).toBe("Смирнов Олег")
  })

  it.each<[OrderDialect, string | undefined, string | undefined]>([
    ["client_a", "шт", undefined],
    ["client_b", "", "796"],
  ])("gives the line and its unit to %s", (dialect, unitText, unitCode) => {
    const line = documentOf(ORDER, dialect).list("Товары", "Товар")?.[0]
    const fields = ["Ид", "Артикул", "Наименование", "Количество", "ЦенаЗаЕдиницу", "Сумма", "Коэффициент"]
    expect(fields.map((name) => line?.textOf(name))).toEqual(["P1#C1", "ДР-1", "Дрель <ударная> & тихая", "3", "400.00", "1200.00", "1"])
    expect(line?.child("БазоваяЕдиница")?.attribute("Код")).toBe("796")
    expect(line?.textOf("Единица")).toBe(unitText)
    expect(line?.child("Единица")?.textOf("Код")).toBe(unitCode)
  })

  it.each<[amount: string, discount: string, price: string, told: string]>([
    ["1080", "120", "360.00", "120.00"],
    ["1100.00", "100.00", "366.666667", "100.00"],
  ])("gives a line of %s, from which promotions took %s, at the price that is paid", (amount, discount, price, told) => {
    const document = documentOf({ ...ORDER, total: amount, lines: [{ ...LINE, amount, discount }] })
    const line = document.list("Товары", "Товар")?.[0]
    expect([line?.textOf("ЦенаЗаЕдиницу"), line?.textOf("Количество"), Number(line?.textOf("Сумма"))]).toEqual([price, "3", Number(amount)])
    const rows = line?.list("Скидки", "Скидка")
    expect(rows?.map((row) => [row.textOf("Сумма"), row.textOf("УчтеноВСумме")])).toEqual([[told, "true"]])
    expect(documentOf(ORDER).list("Товары", "Товар")?.[0]?.child("Скидки")).toBeUndefined()
  })

  it("gives VAT once a rate, rounded by line, and none for lines without it", () => {
    const lines = [
      { ...LINE, amount: "0.10" },
      { ...LINE, amount: "0.10" },
      { ...LINE, amount: "110", vat_rate: "10" },
      { ...LINE, amount: "50", vat_rate: null },
    ]
    const taxes = documentOf({ ...ORDER, lines }).list("Налоги", "Налог")
    expect(
      taxes?.map((tax) => [tax.textOf("Наименование"), tax.textOf("УчтеноВСумме"), tax.textOf("Ставка"), tax.textOf("Сумма")])
    ).toEqual([
      ["НДС", "true", "20", "0.04"],
      ["НДС", "true", "10", "10.00"],
    ])
  })

  it("gives requisites", () => {
    expect(requisitesOf(documentOf({ ...ORDER, is_cancelled: true }))).toEqual({
      Отменен: "true",
      "Комментарии покупателя": "Позвонить за час",
      "Номер договора": "15/24",
      "ИД договора": "D1",
    })
  })

  it("leaves out every empty element", () => {
    const bare: OutboundOrder = {
      ...ORDER,
      comment: null,
      buyer: { external_id: null, name: "Ромашка", official_name: "", inn: null, kpp: " ", address: null },
      contract: { external_id: null, number: "" },
      employee: { name: "", email: "", phone: null },
      lines: [{ ...LINE, article: null, vat_rate: null }],
    }
    const document = documentOf(bare)
    expect(emptyElements(document)).toEqual([])
    expect(document.children.map((child) => child.name)).not.toContain("Налоги")
    expect(document.list("Контрагенты", "Контрагент")?.[0]?.textOf("ОфициальноеНаименование")).toBe("Ромашка")
  })

  it.each([
    ["ИНН of eleven digits", { inn: "12345678901" }, "ИНН"],
    ["КПП of eight digits", { kpp: "12345678" }, "КПП"],
  ])("leaves out an %s", (_, numbers, name) => {
    const document = documentOf({ ...ORDER, buyer: { ...ORDER.buyer, ...numbers } })
    expect(document.list("Контрагенты", "Контрагент")?.[0]?.child(name)).toBeUndefined()
  })

  it("cuts long texts to the lengths of the schema, never half of a character", () => {
    const document = documentOf({ ...ORDER, comment: "🛠".repeat(3001), lines: [{ ...LINE, name: "Ж".repeat(256) }] })
    expect(document.textOf("Комментарий")).toBe("🛠".repeat(3000))
    expect(requisitesOf(document)["Комментарии покупателя"]).toBe("🛠".repeat(1000))
    expect(document.list("Товары", "Товар")?.[0]?.textOf("Наименование")).toBe("Ж".repeat(255))
  })

  it("tells what of a line waits for supplies, until which day and for which of them", () => {
    const waiting = {
      quantity: "2.5",
      promises: [
        { supply_external_id: "S1", expected_on: "2026-12-01", quantity: "1" },
        { supply_external_id: null, expected_on: "2026-12-09", quantity: "1.5" },
      ],
    }
    const requisitesOf = (change: Partial<OutboundOrderLine>) =>
      documentOf({ ...ORDER, lines: [{ ...LINE, ...change }] })
        .list("Товары", "Товар")?.[0]
        ?.list("ЗначенияРеквизитов", "ЗначениеРеквизита")
        ?.map((row) => `${row.textOf("Наименование")} ${row.textOf("Значение")}`) ?? []
    expect(requisitesOf({ waiting })).toEqual(["ОжидаетПоставки 2.5", "ОбещанныйСрок 2026-12-09", "ОбещанныеПоставки S1=1"])
    expect(requisitesOf({ waiting: { quantity: "2.5", promises: [] } })).toEqual(["ОжидаетПоставки 2.5"])
    expect(requisitesOf({ waiting: null })).toEqual([])
  })

  it("tells how the goods are held, until when by the clock of 1C, and how many of each line", () => {
    const told = (reservation: OutboundOrder["reservation"]) => {
      const document = documentOf({ ...ORDER, reservation, lines: [{ ...LINE, reserved: "2.5" }] })
      const { СостояниеРезерва: state, РезервДо: until } = requisitesOf(document)
      const line = document.list("Товары", "Товар")?.[0]?.list("ЗначенияРеквизитов", "ЗначениеРеквизита")?.[0]
      return [state, until, line?.textOf("Значение")]
    }
    expect(told({ state: "held", reserved_until: "2026-12-03T10:00:00.000Z" })).toEqual(["Действует", "2026-12-03T13:00:00", "2.5"])
    expect(told({ state: "held", reserved_until: null })).toEqual(["Действует", undefined, "2.5"])
    expect(told({ state: "expired", reserved_until: null })).toEqual(["Истёк", undefined, "2.5"])
    expect(told(null)).toEqual([undefined, undefined, "2.5"])
  })

  it("tells the unit that a line was asked in beside the base quantity, which alone counts", () => {
    const asked = { code: "778", name: "упак", coefficient: "12", quantity: "2" }
    const line = documentOf({ ...ORDER, lines: [{ ...LINE, quantity: "24", asked }] }).list("Товары", "Товар")?.[0]
    expect(["Количество", "Коэффициент"].map((name) => line?.textOf(name))).toEqual(["24", "1"])
    const told = line
      ?.list("ЗначенияРеквизитов", "ЗначениеРеквизита")
      ?.map((each) => [each.textOf("Наименование"), each.textOf("Значение")])
    expect(told).toEqual([["ЕдиницаЗаказа", "упак"], ["КоэффициентЕдиницыЗаказа", "12"], ["КоличествоВЕдиницеЗаказа", "2"]]) // prettier-ignore
  })

  it("escapes markup and drops what XML cannot hold", () => {
    const comment = `</Комментарий>\u0000\u0007\ud800 "a" & <b> \u{1f6e0}`
    const xml = writeOrders([{ ...ORDER, comment, lines: [{ ...LINE, unit_code: `"><x y="` }] }], "client_a", OPTIONS)
    expect(parse(xml).child("Документ")?.textOf("Комментарий")).toBe(`</Комментарий> "a" & <b> \u{1f6e0}`)
    expect(() => new SaxesParser({ xmlns: true }).write(xml).close()).not.toThrow()
  })

  it.each([
    ["no kopecks", "400", "400.00"],
    ["kopecks", "400.5", "400.50"],
    ["a finer price", "0.3333", "0.3333"],
  ])("writes a price with %s", (_, unit_price, written) => {
    expect(
      documentOf({ ...ORDER, lines: [{ ...LINE, unit_price }] })
        .list("Товары", "Товар")?.[0]
        ?.textOf("ЦенаЗаЕдиницу")
    ).toBe(written)
  })

  it.each<[string, Partial<OutboundOrder>, RegExp]>([
    ["a number of twelve characters", { number: "123456789012" }, /order_01HZX.*1 to 11/],
    ["no number", { number: "" }, /1 to 11/],
    ["no currency", { currency_code: "" }, /no currency/],
    ["an id of 41 characters", { order_id: "o".repeat(41) }, /longer than 40/],
    ["a total that is no amount", { total: "NaN" }, /"NaN" is not an amount/],
    ["a product id of 81 characters", { lines: [{ ...LINE, offer_external_id: "p".repeat(81) }] }, /1 to 80/],
    ["a quantity of zero", { lines: [{ ...LINE, quantity: "0" }] }, /no readable quantity/],
  ])("refuses an order with %s", (_, change, message) => {
    expect(() => writeOrders([{ ...ORDER, ...change }], "client_a")).toThrow(message)
  })

  it.each<[string, Partial<OutboundOrder>]>([
    ["a number of eleven characters", { number: "12345678901" }],
    ["an id of 40 characters", { order_id: "o".repeat(40) }],
    ["a product id of 80 characters", { lines: [{ ...LINE, offer_external_id: "p".repeat(80) }] }],
  ])("takes an order with %s", (_, change) => {
    expect(documentOf({ ...ORDER, ...change }).name).toBe("Документ")
  })

  it.each<[OrderDialect]>([["client_a"], ["client_b"]])("is read back by our own reader from %s", async (dialect) => {
    const records = await readPackage(writeOrders([{ ...ORDER, is_cancelled: true }], dialect, OPTIONS))
    expect(ofKind(records, "order_state")).toMatchObject([
      {
        external_id: null,
        number: "K-0000042",
        is_cancelled: true,
        total: "1200",
        currency_code: "rub",
        lines: [{ offer_external_id: "P1#C1", quantity: "3", price: "400", amount: "1200" }],
      },
    ])
    expect(ofKind(records, "problem")).toEqual([])
  })
})
