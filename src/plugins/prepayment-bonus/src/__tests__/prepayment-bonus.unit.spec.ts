import type { AdjustableLine, AdjusterContext } from "@kontor/framework"
import { PrepaymentBonus } from "../adjuster"
import { resolveOptions } from "../options"
import manifest from "../plugin"
import { takePercent } from "../rules/take-percent"

const context = (contract: Partial<AdjusterContext["contract"]> = {}): AdjusterContext => ({
  day: "2026-06-15",
  currency_code: "rub",
  contract: { id: "ctr_1", number: "C-1", payment_terms: null, region: null, supplier_entity_id: "sent_1", ...contract },
  legal_entity: { id: "lent_1", inn: null, holding_id: null },
})

const lines: AdjustableLine[] = [
  { variant_id: "v1", quantity: "1", amount: "100.00", origin: "price_type" },
  { variant_id: "v2", quantity: "1", amount: "50", origin: "contract_price" },
]

const adjust = (options: object, contract?: Partial<AdjusterContext["contract"]>) =>
  new PrepaymentBonus({}, resolveOptions(options)).adjust(lines, context(contract))

describe("the bonus for payment in advance", () => {
  it("is two percent under a contract that is named, and leaves prices of the contract alone", async () => {
    expect([...(await adjust({ contracts: ["C-1"] }))]).toEqual([
      [0, { amount: "98.000000", reason: { en: "Paid in advance: 2% off", ru: "Предоплата: скидка 2 %" } }],
    ])
  })

  it("is given to prices of the contract where the options say so", async () => {
    const changed = await adjust({ contracts: ["C-1"], on_contract_prices: true, percent: 2.5 })
    expect([...changed.values()].map(({ amount }) => amount)).toEqual(["97.500000", "48.750000"])
    expect(changed.get(0)?.reason.ru).toBe("Предоплата: скидка 2,5 %")
  })

  it.each([
    ["payment terms that begin so, letter case aside", "предоплата 100 %", 1],
    ["other payment terms", "Отсрочка 14 дней после предоплаты", 0],
    ["no payment terms", null, 0],
  ])("follows the payment terms: %s", async (_, payment_terms, size) => {
    expect((await adjust({ payment_terms: ["Предоплата"] }, { payment_terms })).size).toBe(size)
  })

  it.each([
    ["100", 2, "98.000000"],
    ["0.000001", 2, "0.000001"],
    ["0.000025", 2, "0.000025"],
    ["0.000024", 3, "0.000023"],
    ["12.345678", 0.01, "12.344443"],
    ["0.0000039", 1, "0.000004"],
    ["0", 50, "0.000000"],
    ["12345678901234.123456", 10, "11111111011110.711110"],
  ])("is exact: %s less %s percent", (amount, percent, left) => {
    expect(takePercent(amount, percent)).toBe(left)
  })
})

describe("the manifest", () => {
  it("brings nothing until the options say whom it is for", () => {
    expect(manifest({})).toEqual({})
    expect(manifest({ contracts: ["C-1"] }).providers?.contractPricing).toMatchObject([{ id: "prepayment-bonus", options: { percent: 2 } }])
  })

  it.each([
    ["percent", 0],
    ["percent", 100],
    ["percent", 2.555],
    ["contracts", "C-1"],
    ["contract", ["C-1"]],
  ])("refuses what it does not understand, and says what: %s", (name, value) => {
    expect(() => manifest({ [name]: value })).toThrow(new RegExp(`Options of the plugin "prepayment-bonus" are wrong.*${name}`))
  })
})
