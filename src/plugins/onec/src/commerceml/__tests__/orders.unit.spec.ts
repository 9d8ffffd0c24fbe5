import { ofKind, packageOf, problemCodes, readPackage } from "./helpers/read-package"

const GUID = "5f05b691-34bc-11de-9e69-00804829546f"
const LINE = `<Товар><Ид>P1#C1</Ид><Количество>2.000</Количество><ЦенаЗаЕдиницу>600</ЦенаЗаЕдиницу><Сумма>1200.00</Сумма></Товар>`

const requisites = (values: Record<string, string>) =>
  `<ЗначенияРеквизитов>${Object.entries(values)
    .map(([name, value]) => `<ЗначениеРеквизита><Наименование>${name}</Наименование><Значение>${value}</Значение></ЗначениеРеквизита>`)
    .join("")}</ЗначенияРеквизитов>`

interface DocumentParts {
  id?: string
  number?: string
  operation?: string
  inner?: string
  lines?: string
}

function documentOf({ id = GUID, number = "000000042", operation = "Заказ товара", inner = "", lines = LINE }: DocumentParts = {}): string {
  return `<Документ><Ид>${id}</Ид><Номер>${number}</Номер><Дата>2024-03-01</Дата><ХозОперация>${operation}</ХозОперация>
    <Валюта>руб</Валюта><Сумма>1200</Сумма>${inner}<Товары>${lines}</Товары></Документ>`
}

async function readStates(parts: string) {
  const records = await readPackage(packageOf(parts))
  return { states: ofKind(records, "order_state"), problems: problemCodes(records), records }
}

const payment = (inner: string) =>
  `<Документ><Ид>PAY</Ид><Номер>9</Номер><ХозОперация>Выплата безналичных денег</ХозОперация>${inner}</Документ>`
const shipment = (inner: string) => `<Документ><Ид>SHIP</Ид><Номер>8</Номер><ХозОперация>Отпуск товара</ХозОперация>${inner}</Документ>`

describe("an order from the built-in exchange", () => {
  it("has its state in requisites", async () => {
    const { states, records } = await readStates(
      documentOf({
        inner: requisites({
          "Номер по 1С": "ТДЦУ-000001",
          "Дата по 1С": "2024-03-02T10:00:00",
          Проведен: "true",
          Отменен: "false",
          "Статус заказа": "К отгрузке",
          "Дата оплаты по 1С": "2024-03-03T15:39:10",
          "Дата отгрузки по 1С": "2024-03-04T17:32:27",
        }),
      })
    )
    expect(records[0]).toMatchObject({ kind: "package", content: "documents", is_full: false })
    expect(states).toEqual([
      {
        kind: "order_state",
        external_id: GUID,
        number: "000000042",
        erp_number: "ТДЦУ-000001",
        erp_date: "2024-03-02",
        status: "К отгрузке",
        is_posted: true,
        is_cancelled: false,
        paid_on: "2024-03-03",
        shipped_on: "2024-03-04",
        total: "1200",
        currency_code: "rub",
        lines: [{ offer_external_id: "P1#C1", quantity: "2", price: "600", amount: "1200" }],
      },
    ])
  })

  it.each([
    ["Статуса заказа ИД", "Проведен", "Номер по 1C"],
    ["СтатусЗаказа", "Проведён", "НомерПо1С"],
    ["Состояние заказа", "ПРОВЕДЕН", "номер по 1с"],
    ["Статус", "Проведен ", "Номер по 1С"],
    ["Состояние", "Проведен", "Номер  по 1С"],
  ])("may write its requisites as %s, %s and %s", async (status, posted, number) => {
    const inner = requisites({ [status]: "К отгрузке", [posted]: "Да", [number]: "УТ-7" })
    expect((await readStates(documentOf({ inner }))).states).toMatchObject([{ status: "К отгрузке", is_posted: true, erp_number: "УТ-7" }])
  })

  it("is in the state that stands last when it names two, and in the one named most plainly", async () => {
    const inner = requisites({ Состояние: "Новый", "Статус заказа": "Принят" }).replace(
      "</ЗначенияРеквизитов>",
      "<ЗначениеРеквизита><Наименование>Статус заказа</Наименование><Значение>Собран</Значение></ЗначениеРеквизита></ЗначенияРеквизитов>"
    )
    expect((await readStates(documentOf({ inner }))).states).toMatchObject([{ status: "Собран" }])
  })

  it.each([
    ["its requisite «Отменен»", requisites({ Отменен: "true" })],
    ["its requisite «ПометкаУдаления»", requisites({ ПометкаУдаления: "true" })],
    ["its deletion mark", "<ПометкаУдаления>true</ПометкаУдаления>"],
  ])("is cancelled by %s", async (_, inner) => {
    expect((await readStates(documentOf({ inner }))).states).toMatchObject([{ is_cancelled: true }])
  })

  it("announces the documents once", async () => {
    const { records } = await readStates(documentOf() + documentOf({ number: "2" }))
    expect(records.map((record) => record.kind)).toEqual(["package", "order_state", "order_state"])
  })
})

describe("an order from the extension", () => {
  it("has the ERP's number and date in elements and our own id", async () => {
    const { states } = await readStates(
      `<Контейнер>${documentOf({ id: "order_01", inner: `<НомерВерсии>A=</НомерВерсии><Номер1С>0Т-7</Номер1С><Дата1С>2024-03-02</Дата1С>${requisites({ "Статуса заказа ИД": "P" })}` })}</Контейнер>`
    )
    expect(states).toMatchObject([{ external_id: null, erp_number: "0Т-7", erp_date: "2024-03-02", status: "P", is_posted: null }])
  })

  it.each([
    [
      "the last of the documents that cover it",
      payment(`<Основание>${GUID}</Основание><Дата>2024-03-06</Дата><Сумма>1000</Сумма>`) +
        payment(`<Основание>${GUID}</Основание><Дата>2024-03-05</Дата><Сумма>200,00</Сумма>`),
      "2024-03-06",
    ],
    ["a document without a basis beside the only order", payment(`<Дата>2024-03-06</Дата><Сумма>1200</Сумма>`), "2024-03-06"],
    ["a document without a sum", payment(`<Дата>2024-03-06</Дата>`), "2024-03-06"],
    ["nothing when the documents do not cover it", payment(`<Дата>2024-03-06</Дата><Сумма>1199.99</Сумма>`), null],
    [
      "nothing when the document is deleted",
      payment(`<ПометкаУдаления>true</ПометкаУдаления><Дата>2024-03-06</Дата><Сумма>1200</Сумма>`),
      null,
    ],
    [
      "nothing when the document is not posted",
      payment(`<Дата>2024-03-06</Дата><Сумма>1200</Сумма>${requisites({ Проведен: "false" })}`),
      null,
    ],
  ])("is paid on the day of %s", async (_, documents, expected) => {
    const { states, problems } = await readStates(`<Контейнер>${documentOf()}${documents}</Контейнер>`)
    expect(states).toMatchObject([{ paid_on: expected, shipped_on: null }])
    expect(problems).toEqual([])
  })

  it("is shipped on the day of its shipment", async () => {
    const { states } = await readStates(
      `<Контейнер>${documentOf()}${shipment(`<Основание>${GUID}</Основание><Дата>2024-03-07</Дата><Сумма>1200</Сумма>`)}</Контейнер>`
    )
    expect(states).toMatchObject([{ shipped_on: "2024-03-07", paid_on: null }])
  })

  it("has been shipped in part as its documents of shipment together say, those that do not count left out", async () => {
    const of = (quantity: string, inner = "") =>
      shipment(
        `<Основание>${GUID}</Основание><Дата>2024-03-07</Дата><Сумма>300</Сумма>${inner}<Товары><Товар><Ид>P1#C1</Ид><Количество>${quantity}</Количество></Товар></Товары>`
      )
    const shippedBy = async (documents: string) => {
      const { states, problems } = await readStates(`<Контейнер>${documentOf()}${documents}</Контейнер>`)
      return [states[0]?.shipped_on, states[0]?.shipped, problems]
    }
    expect(await shippedBy(of("0.5") + of("1") + of("9", "<ПометкаУдаления>true</ПометкаУдаления>"))).toEqual([
      null,
      [{ offer_external_id: "P1#C1", quantity: "1.5" }],
      [],
    ])
    expect(await shippedBy(of("0.5") + of("пара"))).toEqual([null, undefined, ["order_line_invalid"]])
  })

  it.each([
    ["true without a day means the day of the package", "true", "", "2024-03-05"],
    ["false wins over a document", "false", payment(`<Дата>2024-03-06</Дата><Сумма>1200</Сумма>`), null],
  ])("its flag «Оплачен»: %s", async (_, flag, documents, expected) => {
    const { states } = await readStates(`<Контейнер>${documentOf({ inner: requisites({ Оплачен: flag }) })}${documents}</Контейнер>`)
    expect(states).toMatchObject([{ paid_on: expected }])
  })

  it.each([
    ["a payment alone", payment("<Дата>2024-03-06</Дата>")],
    ["a payment of another order", documentOf() + payment("<Основание>OTHER</Основание>")],
    ["a return of goods", documentOf() + documentOf({ operation: "Возврат товара" })],
  ])("%s is reported, not read", async (_, documents) => {
    expect((await readStates(`<Контейнер>${documents}</Контейнер>`)).problems).toEqual(["document_kind_unsupported"])
  })
})

describe("a line of an order", () => {
  it("becomes base units by its coefficient, and the price of the packing is not divided", async () => {
    const { states } = await readStates(
      documentOf({
        lines: `<Товар><Ид>P1</Ид><Количество>2</Количество><Коэффициент>12</Коэффициент><Цена>1200</Цена><Сумма>2400</Сумма></Товар>`,
      })
    )
    expect(states[0]?.lines).toEqual([{ offer_external_id: "P1", quantity: "24", price: null, amount: "2400" }])
  })

  it.each([
    ["an unreadable quantity", "<Товар><Ид>P1</Ид><Количество>пара</Количество></Товар>", "order_line_invalid"],
    ["an unreadable price", "<Товар><Ид>P1</Ид><Количество>1</Количество><Цена>даром</Цена></Товар>", "order_line_invalid"],
    ["no product", "<Товар><Количество>1</Количество></Товар>", "external_id_missing"],
  ])("with %s keeps the whole state back", async (_, line, code) => {
    const { states, problems } = await readStates(documentOf({ lines: LINE + line }) + documentOf({ number: "43" }))
    expect(states.map((state) => state.number)).toEqual(["43"])
    expect(problems).toEqual([code])
  })
})

describe("an order that cannot be told apart", () => {
  it("is a problem when it has no number", async () => {
    expect((await readStates(documentOf({ number: "" }))).problems).toEqual(["order_number_missing"])
  })

  it("is a problem when its total is unreadable", async () => {
    const { states, problems } = await readStates(documentOf().replace("<Сумма>1200</Сумма>", "<Сумма>1e9</Сумма>"))
    expect(states).toEqual([])
    expect(problems).toEqual(["order_total_invalid"])
  })
})
