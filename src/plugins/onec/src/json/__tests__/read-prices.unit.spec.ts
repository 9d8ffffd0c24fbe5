import type { ErpRecord } from "@kontor/framework"
import { Supplier } from "../../emulator/generate/supplier"
import { contractTermsPacket } from "../../emulator/write/contract-terms"
import { emptyTally } from "../../emulator/write/packet"
import { isPricesPackage, pricesOf } from "../read-prices"

const ENVELOPE = { format: "kontor-prices", version: 1, formed_at: "2026-02-01T10:00:00" }
const PRICE = { offer_external_id: "p1", amount: "12.50" }
const ADJUSTMENT = { external_id: "A1", name: "Скидка", scope: { kind: "everyone" }, change: "percent", value: "-7.5" }
const RATE = { currency_code: "USD", in_currency: "руб", on_date: "2026-02-01", rate: "92.5137" }
const ORDER_RULE = { external_id: "R1", scope: { kind: "everyone" }, minimum: "10" }

async function read(content: unknown): Promise<ErpRecord[]> {
  const records: ErpRecord[] = []
  for await (const batch of pricesOf(content)) {
    records.push(...batch)
  }
  return records.slice(1)
}

const readPrice = (data: object) => read({ ...ENVELOPE, contracts: [{ external_id: "C1", prices: [{ ...PRICE, ...data }] }] })
const readAdjustment = (data: object) => read({ ...ENVELOPE, adjustments: [{ ...ADJUSTMENT, ...data }] })

describe("a prices package", () => {
  it("gives price types, each contract before its prices, and adjustments, with the defaults filled in", async () => {
    const records = await read({
      ...ENVELOPE,
      price_types: [{ external_id: "T1", fallback_external_id: "T2", region: null }],
      contracts: [
        {
          external_id: " C1 ",
          is_full: true,
          currency_code: "RUB",
          prices: [PRICE, { ...PRICE, from_quantity: "10", ends_on: "2026-12-31", document: "" }],
        },
      ],
      adjustments: [ADJUSTMENT],
      rates: [RATE],
      exclusive_labels: [{ label: " Распродажа " }],
    })
    expect(records).toEqual([
      { kind: "currency_rate", currency_code: "usd", in_currency: "rub", on_date: "2026-02-01", rate: "92.5137", nominal: "1", is_deleted: false },
      { kind: "price_type_rule", external_id: "T1", fallback_external_id: "T2", region: null },
      { kind: "contract_price_list", contract_external_id: "C1", is_full: true, currency_code: "rub" },
      {
        kind: "contract_price", contract_external_id: "C1", offer_external_id: "p1", from_quantity: "0", starts_on: null, ends_on: null,
        amount: "12.50", coefficient: "1", document: null, is_deleted: false,
      },
      expect.objectContaining({ from_quantity: "10", ends_on: "2026-12-31", document: null }),
      {
        kind: "price_adjustment", external_id: "A1", name: "Скидка", scope: { kind: "everyone", external_id: null }, target: {}, change: "percent",
        value: "-7.5", currency_code: null, from_quantity: "0", starts_on: null, ends_on: null, is_stacking: false, document: null, is_deleted: false,
      },
      { kind: "exclusive_label", label: "Распродажа", is_deleted: false },
    ]) // prettier-ignore
  })

  it("lets others have their turn before the first word of a long list that is full", async () => {
    const prices = Array.from({ length: 5000 }, () => PRICE)
    const records = pricesOf({ ...ENVELOPE, contracts: [{ external_id: "C1", is_full: true, prices }] })[Symbol.asyncIterator]()
    let turns = 0
    const others = setInterval(() => (turns += 1), 0)
    await records.next()
    expect((await records.next()).value).toEqual([{ kind: "contract_price_list", contract_external_id: "C1", is_full: true }])
    clearInterval(others)
    expect(turns).toBeGreaterThan(1)
  })

  it.each([
    ["a number of JSON as the amount", { amount: 12.5 }, "amount"],
    ["a negative amount", { amount: "-1" }, "amount"],
    ["a seventh digit after the point", { amount: "1.0000001" }, "amount"],
    ["a day that is none", { starts_on: "2026-02-30" }, "starts_on"],
    ["an end before the beginning", { starts_on: "2026-02-02", ends_on: "2026-02-01" }, "ends before it starts"],
    ["a field nobody knows", { discount: "5" }, "discount"],
  ])("reports a price with %s, and does not take a list for full without it", async (_title, data, fault) => {
    const [list, problem] = await read({ ...ENVELOPE, contracts: [{ external_id: "C1", is_full: true, prices: [{ ...PRICE, ...data }] }] })
    expect(list).toMatchObject({ kind: "contract_price_list", is_full: false })
    expect(problem).toMatchObject({ kind: "problem", code: "row_invalid", subject: "p1", message: expect.stringContaining(fault) })
    expect(await readPrice(data)).toMatchObject([{ is_full: false }, { kind: "problem" }])
  })

  it("tells prices of a type by unit and quantity; up to one unit it is the price of the unit", async () => {
    const told = [{}, { coefficient: "12.0" }, { coefficient: "12", from_quantity: "60" }, { from_quantity: "1" }, { from_quantity: "1.5" }]
    const prices = told.map((data) => ({ offer_external_id: "p1", amount: "9.50", ...data }))
    const [rule, ...records] = await read({ ...ENVELOPE, price_types: [{ external_id: "T1", prices }] })
    expect(rule).toEqual({ kind: "price_type_rule", external_id: "T1" })
    const price = {
      kind: "price",
      offer_external_id: "p1",
      price_type_external_id: "T1",
      amount: "9.50",
      currency_code: null,
      coefficient: "1",
    }
    expect(records).toEqual([
      price,
      { ...price, coefficient: "12" },
      { ...price, coefficient: "12", from_quantity: "60" },
      price,
      { ...price, from_quantity: "1.5" },
    ])
  })

  it.each([
    ["a coefficient of zero", [{ offer_external_id: "p1", amount: "1", coefficient: "0" }], "p1"],
    ["a currency of its own", [{ offer_external_id: "p1", amount: "1", currency_code: "rub" }], "p1"],
    ["no list", "none", "T1"],
  ])("reports prices of a type with %s", async (_title, prices, subject) => {
    const records = await read({ ...ENVELOPE, price_types: [{ external_id: "T1", prices }] })
    expect(records.filter(({ kind }) => kind === "problem")).toMatchObject([{ code: "row_invalid", subject }])
    expect(records.filter(({ kind }) => kind === "price")).toEqual([])
  })

  it.each([
    ["a fixed change without a currency", { change: "fixed" }],
    ["a percentage with one", { currency_code: "rub" }],
    ["a scope that names nobody", { scope: { kind: "contract" } }],
    ["everyone by name", { scope: { kind: "everyone", external_id: "x" } }],
    ["a value that is no number", { value: "-" }],
    ["a target nobody knows", { target: { colour: "red" } }],
    ["a percentage without a value", { value: undefined }],
    ["a value of what is withheld", { change: "withheld", value: "5" }],
    ["a quantity from which goods are withheld", { change: "withheld", value: undefined, from_quantity: "2" }],
    ["stacking of what is withheld", { change: "withheld", value: "0", is_stacking: true }],
  ])("reports an adjustment with %s", async (_title, data) => {
    expect(await readAdjustment(data)).toMatchObject([{ kind: "problem", code: "row_invalid", subject: "A1" }])
  })

  it("withholds goods from sale by a rule without a value", async () => {
    expect(await readAdjustment({ change: "withheld", value: undefined })).toMatchObject([
      { kind: "price_adjustment", change: "withheld", value: "0", currency_code: null, from_quantity: "0", is_stacking: false },
    ])
  })

  it.each([
    ["no day", { on_date: null }],
    ["a rate of zero", { rate: "0.000" }],
    ["a number of JSON as the rate", { rate: 92.5 }],
    ["a nominal of nothing", { nominal: "0" }],
    ["a currency in itself", { currency_code: "RUR" }],
    ["a currency nobody knows", { currency_code: "xq" }],
  ])("reports the rate of a currency with %s", async (_title, data) => {
    expect(await read({ ...ENVELOPE, rates: [{ ...RATE, ...data }] })).toMatchObject([
      { kind: "problem", code: "row_invalid", subject: "rates[0]" },
    ])
  })

  it("gives order rules with the defaults filled in", async () => {
    expect(await read({ ...ENVELOPE, order_rules: [ORDER_RULE] })).toEqual([
      {
        ...{ kind: "order_rule", external_id: "R1", scope: { kind: "everyone", external_id: null }, target: {}, unit_code: null },
        ...{ multiplicity: null, minimum: "10", maximum: null, document: null, is_deleted: false },
      },
    ])
  })

  it.each([
    ["nothing to say", { minimum: null }],
    ["a multiplicity of nothing", { multiplicity: "0" }],
    ["a maximum below the minimum", { maximum: "9.999999" }],
    ["an offer and a group", { target: { offer_external_id: "p1", group_external_id: "g1" } }],
    ["a number of JSON as the minimum", { minimum: 10 }],
    ["a field nobody knows", { step: "5" }],
  ])("reports an order rule with %s", async (_title, data) => {
    expect(await read({ ...ENVELOPE, order_rules: [{ ...ORDER_RULE, ...data }] })).toMatchObject([
      { kind: "problem", code: "row_invalid", subject: "R1" },
    ])
  })

  it("takes a currency by any of its names", async () => {
    expect(await readAdjustment({ change: "fixed", currency_code: "руб" })).toMatchObject([
      { kind: "price_adjustment", currency_code: "rub" },
    ])
  })

  it("is refused as a whole when its envelope does not fit", async () => {
    await expect(read({ ...ENVELOPE, version: 2 })).rejects.toMatchObject({ code: "json_invalid" })
    expect(isPricesPackage({ format: "kontor-partners" })).toBe(false)
    expect(isPricesPackage(null)).toBe(false)
  })

  it("that the emulator writes is read without a problem", async () => {
    const packet = contractTermsPacket(new Supplier({ products: 40, entities: 7 }))
    const content: unknown = JSON.parse([...packet.write(emptyTally())].join(""))
    expect(isPricesPackage(content)).toBe(true)
    const records = await read(content)
    expect(records.filter(({ kind }) => kind === "problem")).toEqual([])
    expect(records.filter(({ kind }) => kind === "contract_price")).toHaveLength(60)
    expect(records.filter(({ kind }) => kind === "price_adjustment")).toHaveLength(4)
    expect(records.filter(({ kind }) => kind === "currency_rate")).toHaveLength(9)
    expect(records.filter(({ kind }) => kind === "order_rule")).toHaveLength(2)
  })
})

describe("rules of visibility", () => {
  const RULE = { external_id: "v1", name: "Не для розницы", scope: { kind: "everyone" }, effect: "hide" }

  it("are read with one condition, or none", async () => {
    expect(await read({ ...ENVELOPE, visibility_rules: [RULE] })).toEqual([
      {
        ...{ kind: "visibility_rule", external_id: "v1", name: "Не для розницы", effect: "hide", target: {}, is_deleted: false },
        scope: { kind: "everyone", external_id: null },
      },
    ])
    const target = { offer_external_ids: ["p1", "p2"] }
    expect(await read({ ...ENVELOPE, visibility_rules: [{ ...RULE, target }] })).toMatchObject([{ target }])
  })

  it.each([
    ["for a region", { scope: { kind: "region", external_id: "Урал" } }],
    ["with two conditions", { target: { brand: "Bosch", labels: ["Хит"] } }],
    ["with two properties", { target: { properties: [{ name: "a", value: "1" }, { name: "b", value: "2" }] } }], // prettier-ignore
    ["without an effect", { effect: undefined }],
  ])("are refused %s", async (_, data) => {
    expect(await read({ ...ENVELOPE, visibility_rules: [{ ...RULE, ...data }] })).toMatchObject([
      { kind: "problem", code: "row_invalid", subject: "v1" },
    ])
  })
})
