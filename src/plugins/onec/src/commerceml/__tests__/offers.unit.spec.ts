import type { ErpRecord } from "@kontor/framework"
import { ofKind, offersOf, packageOf, problemCodes, readPackage } from "./helpers/read-package"

async function readOffer(inner: string): Promise<ErpRecord[]> {
  const records = await readPackage(offersOf(`<Предложение>${inner}</Предложение>`))
  return records.slice(1)
}

const price = (inner: string) => `<Ид>P1</Ид><Цены><Цена><ИдТипаЦены>T1</ИдТипаЦены>${inner}</Цена></Цены>`

describe("an offer", () => {
  it("is told before its prices and its stock", async () => {
    const records = await readOffer(`<Ид>P1#C1</Ид><Артикул>А-1</Артикул><Наименование>Боты (38)</Наименование>
      <ХарактеристикиТовара><ХарактеристикаТовара><Ид>X</Ид><Наименование>Размер</Наименование><Значение>38</Значение></ХарактеристикаТовара></ХарактеристикиТовара>
      <Цены><Цена><ИдТипаЦены>T1</ИдТипаЦены><ЦенаЗаЕдиницу>1719</ЦенаЗаЕдиницу><Валюта>RUB</Валюта><Коэффициент>1</Коэффициент></Цена></Цены>
      <Количество>20</Количество><Склад ИдСклада="W1" КоличествоНаСкладе="20"/>`)
    expect(records).toEqual([
      {
        kind: "offer",
        external_id: "P1#C1",
        product_external_id: "P1",
        name: "Боты (38)",
        article: "А-1",
        characteristics: [{ name: "Размер", value: "38" }],
        is_deleted: false,
      },
      { kind: "price", offer_external_id: "P1#C1", price_type_external_id: "T1", amount: "1719", currency_code: "rub", coefficient: "1" },
      { kind: "stock", offer_external_id: "P1#C1", warehouse_external_id: "W1", quantity: "20" },
    ])
  })

  it("is not told by a package that only names it", async () => {
    const records = await readOffer(
      `<Ид>P1</Ид><НомерВерсии>AAA=</НомерВерсии><ПометкаУдаления>false</ПометкаУдаления><Количество>1</Количество>`
    )
    expect(records.map((record) => record.kind)).toEqual(["stock"])
  })

  it("is told as deleted even when nothing else is said", async () => {
    expect(await readOffer(`<Ид>P1</Ид><ПометкаУдаления>true</ПометкаУдаления>`)).toMatchObject([{ kind: "offer", is_deleted: true }])
  })

  it("keeps the values of properties by which 3.1 describes characteristics", async () => {
    const values = `<ЗначенияСвойств><ЗначенияСвойства><Ид>PR1</Ид><Значение>V38</Значение></ЗначенияСвойства></ЗначенияСвойств>`
    expect(await readOffer(`<Ид>P1#C1</Ид>${values}`)).toMatchObject([{ properties: [{ property_external_id: "PR1", value: "V38" }] }])
  })

  it.each([
    ["one Ид", "<Ид>P1#C1</Ид>", "P1#C1"],
    ["a characteristic apart", "<Ид>P1</Ид><ИдХарактеристики>C1</ИдХарактеристики>", "P1#C1"],
    ["an empty characteristic", "<Ид>P1#</Ид>", "P1"],
    [
      "an empty reference for a characteristic",
      "<Ид>P1</Ид><ИдХарактеристики>00000000-0000-0000-0000-000000000000</ИдХарактеристики>",
      "P1",
    ],
  ])("is identified by %s", async (_, id, expected) => {
    expect(await readOffer(`${id}<Количество>1</Количество>`)).toMatchObject([{ kind: "stock", offer_external_id: expected }])
  })

  it("without an item before the characteristic is a problem", async () => {
    expect(await readOffer(`<Ид>#C1</Ид><Количество>1</Количество>`)).toMatchObject([{ kind: "problem", code: "external_id_missing" }])
  })
})

describe("a price", () => {
  it.each([
    ["a comma and no-break spaces", "1\u00a0234,50", "1234.5"],
    ["zero", "0", "0"],
  ])("may be written with %s", async (_, written, amount) => {
    expect(await readOffer(price(`<ЦенаЗаЕдиницу>${written}</ЦенаЗаЕдиницу>`))).toMatchObject([
      { kind: "price", amount, currency_code: null },
    ])
  })

  it.each([
    ["ten", "1", "10", { coefficient: "1", from_quantity: "10" }],
    ["five packs of twelve", "12", "5", { coefficient: "12", from_quantity: "60" }],
    ["three halves", "0,5", "3", { coefficient: "0.5", from_quantity: "1.5" }],
  ])("holds from %s on, told in base units", async (_, coefficient, minimum, expected) => {
    const inner = `<ЦенаЗаЕдиницу>9</ЦенаЗаЕдиницу><Коэффициент>${coefficient}</Коэффициент><МинКоличество>${minimum}</МинКоличество>`
    expect(await readOffer(price(inner))).toMatchObject([{ kind: "price", amount: "9", ...expected }])
  })

  it.each(["", "0", "0,5", "1", "1.000"])("that holds from %p on is that of the unit", async (minimum) => {
    const [record] = await readOffer(price(`<ЦенаЗаЕдиницу>9</ЦенаЗаЕдиницу><МинКоличество>${minimum}</МинКоличество>`))
    expect(record).toMatchObject({ kind: "price", coefficient: "1" })
    expect(record).not.toHaveProperty("from_quantity")
  })

  it("keeps the coefficient of the unit that it is for", async () => {
    expect(await readOffer(price(`<ЦенаЗаЕдиницу>120</ЦенаЗаЕдиницу><Единица>упак</Единица><Коэффициент>12</Коэффициент>`))).toMatchObject([
      { coefficient: "12" },
    ])
  })

  it("may stand in attributes, as quick updates write it", async () => {
    const records = await readPackage(
      packageOf(
        `<ИзмененияПакетаПредложений><Предложения><Предложение><Ид>P1</Ид><Цены ИдТипаЦены="T1" ЦенаЗаЕдиницу="5" Валюта="руб"/></Предложение></Предложения></ИзмененияПакетаПредложений>`
      )
    )
    expect(ofKind(records, "package")).toMatchObject([{ content: "offers", is_full: false }])
    expect(ofKind(records, "price")).toMatchObject([{ price_type_external_id: "T1", amount: "5", currency_code: "rub" }])
  })

  it("without an amount is no price", async () => expect(await readOffer(price("<ЦенаЗаЕдиницу/>"))).toEqual([]))

  it.each([
    ["an unreadable amount", "<ЦенаЗаЕдиницу>1e3</ЦенаЗаЕдиницу>", "price_amount_invalid"],
    ["a negative amount", "<ЦенаЗаЕдиницу>-1</ЦенаЗаЕдиницу>", "price_amount_invalid"],
    ["an amount that no table holds", "<ЦенаЗаЕдиницу>100000000000000</ЦенаЗаЕдиницу>", "price_amount_invalid"],
    [
      "such an amount of a base unit",
      "<ЦенаЗаЕдиницу>10000000000</ЦенаЗаЕдиницу><Коэффициент>0.00001</Коэффициент>",
      "price_amount_invalid",
    ],
    ["such an amount of a pack", "<ЦенаЗаЕдиницу>100000000000000</ЦенаЗаЕдиницу><Коэффициент>12</Коэффициент>", "price_amount_invalid"],
    ["an unknown currency", "<ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><Валюта>у.е.</Валюта>", "currency_unknown"],
    ["a coefficient of zero", "<ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><Коэффициент>0</Коэффициент>", "price_coefficient_invalid"],
    ["an unreadable quantity", "<ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><МинКоличество>десять</МинКоличество>", "price_minimum_invalid"],
    ["a negative quantity", "<ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу><МинКоличество>-1</МинКоличество>", "price_minimum_invalid"],
  ])("with %s is skipped, the rest of the offer goes on", async (_, inner, code) => {
    const records = await readOffer(`${price(inner)}<Количество>3</Количество>`)
    expect(records).toMatchObject([
      { kind: "problem", code, subject: "P1" },
      { kind: "stock", quantity: "3" },
    ])
  })

  it("without a type is a problem", async () => {
    expect(problemCodes(await readOffer(`<Ид>P1</Ид><Цены><Цена><ЦенаЗаЕдиницу>1</ЦенаЗаЕдиницу></Цена></Цены>`))).toEqual([
      "external_id_missing",
    ])
  })
})

describe("stock", () => {
  it.each([
    ["attributes of Склад", `<Склад ИдСклада="W1" КоличествоНаСкладе="1"/><Склад ИдСклада="W2" КоличествоНаСкладе="-2,5"/>`],
    ["attributes of Склады", `<Склады ИдСклада="W1" КоличествоНаСкладе="1"/><Склады ИдСклада="W2" КоличествоНаСкладе="-2.50"/>`],
    [
      "Склад inside Склады",
      `<Склады><Склад ИдСклада="W1" КоличествоНаСкладе="1"/><Склад ИдСклада="W2" КоличествоНаСкладе="-2.5"/></Склады>`,
    ],
    [
      "Остатки",
      `<Остатки><Остаток><Склад><Ид>W1</Ид><Количество>1</Количество></Склад></Остаток><Остаток><Склад><Ид>W2</Ид><Количество>-2,5</Количество></Склад></Остаток></Остатки>`,
    ],
    [
      "КоличествоНаСкладах",
      `<КоличествоНаСкладах><КоличествоНаСкладе><ИдСклада>W1</ИдСклада><Количество>1</Количество></КоличествоНаСкладе><КоличествоНаСкладе><Ид>W2</Ид><Количество>-2,5</Количество></КоличествоНаСкладе></КоличествоНаСкладах>`,
    ],
    [
      "ОстаткиПоСкладу",
      `<ОстаткиПоСкладу><ОстаткиПоСкладу><ИдСклада>W1</ИдСклада><КоличествоНаСкладе>1</КоличествоНаСкладе></ОстаткиПоСкладу><ОстаткиПоСкладу><ИдСклада>W2</ИдСклада><КоличествоНаСкладе>-2.5</КоличествоНаСкладе></ОстаткиПоСкладу></ОстаткиПоСкладу>`,
    ],
    [
      "elements of Остаток and of Склад",
      `<Остатки><Остаток><ИдСклада>W1</ИдСклада><Количество>1</Количество></Остаток></Остатки><Склад><ИдСклада>W2</ИдСклада><КоличествоНаСкладе>-2.5</КоличествоНаСкладе></Склад>`,
    ],
    [
      "two ways at once, each of which is all of it",
      `<Остатки><Остаток><Склад><Ид>W1</Ид><Количество>1</Количество></Склад></Остаток></Остатки><Склад ИдСклада="W1" КоличествоНаСкладе="1"/><Склад ИдСклада="W2" КоличествоНаСкладе="-2.5"/>`,
    ],
    [
      "several rows of a warehouse",
      `<Склад ИдСклада="W1" КоличествоНаСкладе="0,25"/><Склад ИдСклада="W2" КоличествоНаСкладе="-2.5"/><Склад ИдСклада="W1" КоличествоНаСкладе="0.75"/>`,
    ],
  ])("is told per warehouse by %s, and the sum is left out", async (_, inner) => {
    expect(await readOffer(`<Ид>P1</Ид><Количество>-1,5</Количество>${inner}`)).toEqual([
      { kind: "stock", offer_external_id: "P1", warehouse_external_id: "W1", quantity: "1" },
      { kind: "stock", offer_external_id: "P1", warehouse_external_id: "W2", quantity: "-2.5" },
    ])
  })

  it.each([
    ["the offer", `<Количество>-999\u00a0999,9</Количество>`],
    ["Остаток", `<Остатки><Остаток><Количество>-999 999,9</Количество></Остаток></Остатки>`],
    [
      "each Остаток",
      `<Остатки><Остаток><Количество>0,1</Количество></Остаток><Остаток><Количество>-1\u2009000\u2009000</Количество></Остаток></Остатки>`,
    ],
    ["Остаток of a warehouse without an id", `<Остатки><Остаток><ИдСклада/><Количество>-999 999,9</Количество></Остаток></Остатки>`],
  ])("is a sum without a warehouse when only %s has a quantity", async (_, inner) => {
    expect(await readOffer(`<Ид>P1</Ид>${inner}`)).toEqual([
      { kind: "stock", offer_external_id: "P1", warehouse_external_id: null, quantity: "-999999.9" },
    ])
  })

  it.each(["<Количество>1000000000000</Количество>", `<Склад ИдСклада="W1" КоличествоНаСкладе="-1000000000000"/>`])(
    "of a million millions is a problem",
    async (inner) => expect(problemCodes(await readOffer(`<Ид>P1</Ид>${inner}`))).toEqual(["stock_quantity_invalid"])
  )

  it("never falls back to the sum when a warehouse row is unreadable", async () => {
    const records = await readOffer(`<Ид>P1</Ид><Количество>7</Количество><Склад ИдСклада="W1" КоличествоНаСкладе="много"/>`)
    expect(records).toMatchObject([{ kind: "problem", code: "stock_quantity_invalid" }])
  })

  it("of a warehouse one of whose rows is unreadable is not told: the others are not all of it", async () => {
    const rows = [
      `"W1" КоличествоНаСкладе="5"`,
      `"W1" КоличествоНаСкладе="много"`,
      `"W2" КоличествоНаСкладе="7"`,
      `"W1" КоличествоНаСкладе="1"`,
    ]
    expect(await readOffer(`<Ид>P1</Ид>${rows.map((row) => `<Склад ИдСклада=${row}/>`).join("")}`)).toMatchObject([
      { kind: "problem", code: "stock_quantity_invalid" },
      { kind: "stock", warehouse_external_id: "W2", quantity: "7" },
    ])
  })
})

describe("a price type without a currency", () => {
  const packageWith = (currency: string) => {
    const offer = `<Предложение>${price(`<ЦенаЗаЕдиницу>5</ЦенаЗаЕдиницу>${currency}`)}</Предложение>`
    const type = `<ТипЦены><Ид>T1</Ид><Наименование>Опт</Наименование><Валюта/></ТипЦены>`
    return packageOf(`<ПакетПредложений><ТипыЦен>${type}</ТипыЦен><Предложения>${offer}${offer}</Предложения></ПакетПредложений>`)
  }

  it("has that of its prices, and comes once", async () => {
    const records = await readPackage(packageWith("<Валюта>руб</Валюта>"))
    expect(ofKind(records, "price_type")).toMatchObject([
      { external_id: "T1", name: "Опт", currency_code: "rub", is_currency_of_prices: true },
    ])
    expect(problemCodes(records)).toEqual([])
  })

  it("passes prices in another one on as what they are", async () => {
    const offer = (currency: string) =>
      `<Предложение>${price(`<ЦенаЗаЕдиницу>5</ЦенаЗаЕдиницу><Валюта>${currency}</Валюта>`)}</Предложение>`
    const type = `<ТипЦены><Ид>T1</Ид><Наименование>Опт</Наименование></ТипЦены>`
    const offers = ["USD", "руб", "долл."].map(offer).join("")
    const records = await readPackage(
      packageOf(`<ПакетПредложений><ТипыЦен>${type}</ТипыЦен><Предложения>${offers}</Предложения></ПакетПредложений>`)
    )
    expect(ofKind(records, "price_type")).toMatchObject([{ currency_code: "usd" }])
    expect(ofKind(records, "price").map(({ currency_code }) => currency_code)).toEqual(["usd", "rub", "usd"])
    expect(problemCodes(records)).toEqual([])
  })

  it("whose prices name none either is a problem", async () => {
    const records = await readPackage(packageWith(""))
    expect(ofKind(records, "price_type")).toEqual([])
    expect(problemCodes(records)).toEqual(["currency_unknown"])
  })
})

describe("a package of offers", () => {
  it("gives its price types and warehouses first and says whether it is full", async () => {
    const records = await readPackage(
      packageOf(`<ПакетПредложений СодержитТолькоИзменения="false"><Ид>CAT#</Ид><ТипыЦен><ТипЦены><Ид>T1</Ид><Наименование>Опт</Наименование><Валюта>руб</Валюта></ТипЦены></ТипыЦен>
        <Склады><Склад><Ид>W1</Ид><Наименование>Главный</Наименование></Склад></Склады><Предложения><Предложение><Ид>P1</Ид><Количество>1</Количество></Предложение></Предложения></ПакетПредложений>`)
    )
    expect(records.map((record) => record.kind)).toEqual(["package", "price_type", "warehouse", "stock"])
    expect(records[0]).toMatchObject({ content: "offers", is_full: true, external_id: "CAT#" })
  })
})
