import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fetchOrders, sendStates } from "../../run"
import { Supplier } from "../../generate/supplier"
import { OrderBase } from "../base"
import type { ClientKind, Connection } from "../connection"
import { readOrders } from "../read-orders"
import { FakeServer } from "./fake-server"

const server = new FakeServer()
const supplier = new Supplier({ products: 20, entities: 5 })
const [buyer] = supplier.partners().legalEntities
const offerId = supplier.product(3).offers[0]?.id ?? ""
let directory = ""

beforeAll(() => server.start())
afterAll(() => server.stop())
beforeEach(async () => {
  server.requests.length = 0
  server.respond = () => undefined
  directory = await mkdtemp(join(tmpdir(), "emulator-"))
})
afterEach(() => rm(directory, { recursive: true }))

const config = () => ({ products: 20, entities: 5, basePath: join(directory, "base.json"), now: new Date("2026-02-03T10:00:00Z") })

function connection(client: ClientKind = "a"): Connection {
  return { url: server.url, login: "1c", password: "secret", client }
}

interface Given {
  number?: string
  operation?: string
  currency?: string
  line?: string
  inn?: string
  total?: string
}

function orderXml({
  number = "K-1",
  operation = "Заказ товара",
  currency = "руб",
  line = offerId,
  inn = buyer?.inn ?? "",
  total = "240.00",
}: Given = {}): string {
  return `<Документ><Ид>order_${number}</Ид><Номер>${number}</Номер><Дата>2026-02-01</Дата><ХозОперация>${operation}</ХозОперация>
    <Роль>Продавец</Роль><Валюта>${currency}</Валюта><Курс>1</Курс><Сумма>${total}</Сумма>
    <Контрагенты><Контрагент><Наименование>Покупатель</Наименование><ОфициальноеНаименование>ООО &quot;Покупатель&quot;</ОфициальноеНаименование>
    <Роль>Покупатель</Роль><ИНН>${inn}</ИНН><КПП>770101001</КПП></Контрагент></Контрагенты><Время>10:00:00</Время>
    <Товары><Товар><Ид>${line}</Ид><Артикул>A-1</Артикул><Наименование>Дрель</Наименование><ЦенаЗаЕдиницу>120.00</ЦенаЗаЕдиницу><Количество>2</Количество><Сумма>240.00</Сумма></Товар></Товары>
    <ЗначенияРеквизитов><ЗначениеРеквизита><Наименование>Отменен</Наименование><Значение>false</Значение></ЗначениеРеквизита></ЗначенияРеквизитов></Документ>`
}

const requisite = (name: string, value: string) =>
  `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`

function answer(...documents: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<КоммерческаяИнформация ВерсияСхемы="2.07">${documents.join("")}</КоммерческаяИнформация>`
}

function siteHas(...documents: string[]): void {
  server.respond = ({ query }) => (query.get("mode") === "query" ? answer(...documents) : undefined)
}

describe("readOrders", () => {
  it("reads header, buyer, lines and requisites", () => {
    expect(readOrders(answer(orderXml())).orders).toEqual([
      {
        site_id: "order_K-1",
        number: "K-1",
        date: "2026-02-01",
        time: "10:00:00",
        operation: "Заказ товара",
        currency: "руб",
        total: "240.00",
        comment: "",
        buyer: { name: "Покупатель", official_name: 'ООО "Покупатель"', inn: buyer?.inn, kpp: "770101001" },
        lines: [{ id: offerId, article: "A-1", name: "Дрель", quantity: "2", price: "120.00", amount: "240.00", reserved: "" }],
        requisites: { Отменен: "false" },
      },
    ])
  })

  it("reads containers", () => {
    const { orders, containers } = readOrders(
      answer(`<Контейнер>${orderXml()}</Контейнер><Контейнер>${orderXml({ number: "K-2" })}</Контейнер>`)
    )
    expect([orders.map((order) => order.number), containers]).toEqual([["K-1", "K-2"], 2])
  })

  it.each([
    ["a cut document", answer(orderXml()).slice(0, -40)],
    ["another root", "<?xml version='1.0'?><Заказы/>"],
  ])("refuses %s", (_, xml) => {
    expect(() => readOrders(xml)).toThrow(expect.objectContaining({ code: "reply_unreadable" }))
  })
})

describe("fetching orders", () => {
  it("asks client A's three steps and confirms", async () => {
    siteHas(orderXml())
    expect(await fetchOrders(config(), connection())).toMatchObject({
      orders: 1,
      new: 1,
      lines: 1,
      unmatched_buyers: 0,
      unmatched_lines: 0,
      numbers: ["K-1"],
    })
    expect(server.steps()).toEqual(["sale checkauth", "sale query", "sale success"])
  })

  it("lets client B ask until no container comes", async () => {
    const answers = [
      answer(`<Контейнер>${orderXml()}</Контейнер>`),
      answer(`<Контейнер>${orderXml({ number: "K-2" })}</Контейнер>`),
      answer(),
    ]
    server.respond = ({ query }) => (query.get("mode") === "query" ? answers.shift() : undefined)
    expect(await fetchOrders(config(), connection("b"))).toMatchObject({ orders: 2, new: 2 })
    expect(server.steps()).toEqual(["sale checkauth", "sale init", "sale query", "sale query", "sale query", "sale success"])
  })

  it("keeps one order per number, however often it comes", async () => {
    siteHas(orderXml())
    await fetchOrders(config(), connection())
    expect(await fetchOrders(config(), connection())).toMatchObject({ new: 0, same: 1 })
    const base = await OrderBase.open(config().basePath)
    expect(base.orders().map((order) => [order.erp_number, order.received_times, order.state])).toEqual([
      ["УТ-000001", 2, "Ожидается согласование"],
    ])
  })

  it("takes a change while the order waits for approval and ignores it later", async () => {
    siteHas(orderXml())
    await fetchOrders(config(), connection())
    siteHas(orderXml({ total: "250.00" }))
    expect(await fetchOrders(config(), connection())).toMatchObject({ updated: 1 })
    await sendStates(config(), connection())
    siteHas(orderXml({ total: "260.00" }))
    expect(await fetchOrders(config(), connection())).toMatchObject({ ignored: 1 })
    expect((await OrderBase.open(config().basePath)).find("K-1")?.total).toBe("250.00")
  })

  it("takes what the site says of a reservation while 1C works on the order, and nothing else", async () => {
    const held = (state: string, reserved: string, total = "240.00") =>
      orderXml({ total })
        .replace("</ЗначенияРеквизитов></Документ>", `${requisite("СостояниеРезерва", state)}</ЗначенияРеквизитов></Документ>`)
        .replace("</Товар>", `<ЗначенияРеквизитов>${requisite("Зарезервировано", reserved)}</ЗначенияРеквизитов></Товар>`)
    siteHas(held("Действует", "2"))
    await fetchOrders(config(), connection())
    await sendStates(config(), connection())
    siteHas(held("Истёк", "0", "999.00"))
    expect(await fetchOrders(config(), connection())).toMatchObject({ updated: 1 })
    expect(await fetchOrders(config(), connection())).toMatchObject({ ignored: 1 })
    expect((await OrderBase.open(config().basePath)).find("K-1")).toMatchObject({
      ...{ total: "240.00", requisites: { Отменен: "false", СостояниеРезерва: "Истёк" }, lines: [{ quantity: "2", reserved: "0" }] },
    })
  })

  it("counts buyers and lines that 1C would have to create", async () => {
    siteHas(orderXml({ inn: "7707083893", line: "no-such-item" }))
    expect(await fetchOrders(config(), connection())).toMatchObject({ unmatched_buyers: 1, unmatched_lines: 1 })
  })

  it.each([
    ["a number of 12 characters", { number: "K-1234567890" }, "12 characters"],
    ["another operation", { operation: "Возврат" }, "ХозОперация"],
    ["an empty currency", { currency: "" }, "Валюта"],
    ["a line without an id", { line: "" }, "without Ид"],
  ])("stops at %s without confirming, and keeps what came before", async (_, bad, text) => {
    siteHas(orderXml({ number: "K-0" }), orderXml(bad))
    await expect(fetchOrders(config(), connection())).rejects.toMatchObject({
      code: "order_refused",
      message: expect.stringContaining(text),
    })
    expect(server.steps()).not.toContain("sale success")
    expect((await OrderBase.open(config().basePath)).orders().map((order) => order.number)).toEqual(["K-0"])
  })

  it.each([
    ["a byte order mark before the document", `\uFEFF${answer()}`, "reply_unreadable"],
    ["failure", "failure\nнет доступа", "server_failure"],
  ])("stops at %s", async (_, body, code) => {
    server.respond = ({ query }) => (query.get("mode") === "query" ? body : undefined)
    await expect(fetchOrders(config(), connection())).rejects.toMatchObject({ code })
  })

  it("refuses a base that is no base", async () => {
    await writeFile(config().basePath, "{}")
    await expect(fetchOrders(config(), connection())).rejects.toMatchObject({ code: "base_unreadable" })
  })
})

/** Text of the last file that the site got. */
function lastFile(): string {
  return (
    server.requests
      .filter(({ query }) => query.get("mode") === "file")
      .at(-1)
      ?.body.toString("utf8") ?? ""
  )
}

describe("states", () => {
  beforeEach(async () => {
    siteHas(orderXml())
    await fetchOrders(config(), connection())
    server.requests.length = 0
  })

  it("go to the site in a session of their own and step on", async () => {
    await sendStates(config(), connection())
    expect(server.steps()).toEqual(["sale checkauth", "sale init", "sale file", "sale import"])
    expect(lastFile()).toContain("<Наименование>Статус заказа</Наименование><Значение>К обеспечению</Значение>")
    expect(lastFile()).toContain("<Наименование>Номер по 1С</Наименование><Значение>УТ-000001</Значение>")
    expect(lastFile()).toContain("<Номер>K-1</Номер><Дата>2026-02-01</Дата>")
    expect(lastFile()).not.toContain("Дата оплаты по 1С")
  })

  it("name payment before shipment, and stop when the order is closed", async () => {
    await sendStates(config(), connection(), undefined, 2)
    expect(lastFile()).toContain("<Наименование>Дата оплаты по 1С</Наименование><Значение>2026-02-03</Значение>")
    expect(lastFile()).not.toContain("Дата отгрузки по 1С")
    await sendStates(config(), connection())
    expect(lastFile()).toContain("<Значение>Закрыт</Значение>")
    expect(lastFile()).toContain("<Наименование>Дата отгрузки по 1С</Наименование><Значение>2026-02-03</Значение>")
    expect(await sendStates(config(), connection())).toMatchObject({ documents: 0, sessions: 0 })
  })

  it("repeat the present state with no step", async () => {
    expect(await sendStates(config(), connection(), undefined, 0)).toMatchObject({ documents: 1 })
    expect(lastFile()).toContain("<Значение>Ожидается согласование</Значение>")
  })

  it("of client B come in a container with payment and shipment", async () => {
    await sendStates(config(), connection("b"), undefined, 3)
    const xml = lastFile()
    expect(xml.match(/<Документ>/g)).toHaveLength(3)
    expect(xml).toContain("<Номер1С>УТ-000001</Номер1С>")
    expect(xml).toContain("<ХозОперация>Выплата безналичных денег</ХозОперация><Основание>order_K-1</Основание>")
    expect(xml).toContain("<ХозОперация>Отпуск товара</ХозОперация><Основание>order_K-1</Основание>")
    expect(readOrders(xml.replace(/^\uFEFF/, "")).containers).toBe(1)
  })

  it("stay where they are in 1C when the site refuses them", async () => {
    server.respond = ({ query }) => (query.get("mode") === "import" ? "failure\nзанято" : undefined)
    await expect(sendStates(config(), connection())).rejects.toMatchObject({ code: "server_failure" })
    const file = JSON.parse(await readFile(config().basePath, "utf8")) as { orders: Record<string, { state: string }> }
    expect(file.orders["K-1"]?.state).toBe("Ожидается согласование")
  })
})
