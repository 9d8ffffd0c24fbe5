import { articlesIn, bodyOf, formOf } from "../../src/admin/lib/adjustment-draft"
import { answerTo } from "../../src/admin/lib/answer-to"
import { priceRowsIn, refusedLines } from "../../src/admin/lib/price-rows"
import { formatMoney, formatPercent } from "../../src/admin/lib/format"
import { decimalIn, isCurrency, isDecimal } from "../../src/admin/lib/typed"
import { AdminSetContractPrices } from "../../src/api/admin/contracts/[id]/prices/validators"
import { AdminPutCurrencyRate } from "../../src/api/admin/currency-rates/validators"
import { AdminCreatePriceAdjustment } from "../../src/api/admin/price-adjustments/validators"
import { AdminCreatePriceThreshold } from "../../src/api/admin/price-thresholds/validators"
import { AdminTryPriceFile } from "../../src/api/admin/price-imports/validators"

const articles = (count: number) => Array.from({ length: count }, (_, at) => `A-${at}`).join("\n")

describe("the form of a discount", () => {
  const form = { ...formOf(null), name: "Ten off", value: "10" }

  it("is a discount for everyone on everything, unless told otherwise", () => {
    expect(bodyOf(form)).toMatchObject({ scope: { kind: "everyone", id: null }, target: { articles: null }, kind: "percent", value: "-10" })
    expect(bodyOf({ ...form, isMarkup: true, value: "2,5" })).toMatchObject({ value: "2.5" })
    expect(bodyOf({ ...form, value: "0" })).toMatchObject({ value: "0" })
  })

  it.each([
    ["a name", { name: " " }],
    ["a value", { value: "" }],
    ["a number", { value: "ten" }],
    ["whom it is for", { scopeKind: "contract" as const }],
    ["the articles of its list", { list: "given" as const, articles: " , " }],
  ])("cannot be sent without %s", (_what, part) => {
    expect(bodyOf({ ...form, ...part })).toBeNull()
  })

  it("says nothing of size, quantity and stacking where goods are withheld from sale, whatever was typed before", () => {
    const typed = { ...form, kind: "withheld" as const, value: "ten", fromQuantity: "x", isStacking: true }
    const body = { kind: "withheld", value: "0", currency_code: null, from_quantity: "0", is_stacking: false }
    expect(bodyOf(typed)).toMatchObject(body)
    expect(AdminCreatePriceAdjustment.parse(bodyOf(typed))).toMatchObject(body)
  })

  const property = (value: number) => ({ name: "P", value: String(value) })
  it.each([
    ["money in no currency", { kind: "fixed" as const, currency: "" }, { kind: "fixed" as const, currency: " usd" }],
    ["a value of thirteen digits", { value: "1".repeat(13) }, { value: "1".repeat(12) }],
    ["seven digits after the point", { value: "0,1234567" }, { value: "0,123456" }],
    ["a quantity that is none", { fromQuantity: "ten" }, { fromQuantity: " " }],
    ["a quantity of eleven digits", { fromQuantity: "1".repeat(11) }, { fromQuantity: "1".repeat(10) }],
    ["5,001 articles", { list: "given" as const, articles: articles(5001) }, { list: "given" as const, articles: articles(5000) }],
    ["21 properties", { properties: Array.from({ length: 21 }, (_, at) => property(at)) }, { properties: [property(1)] }],
    ["21 labels", { labels: Array.from({ length: 21 }, (_, at) => `l${at}`) }, { labels: Array.from({ length: 20 }, (_, at) => `l${at}`) }],
  ])("with %s is not sent, and what is sent the server can read", (_what, refused, taken) => {
    expect(bodyOf({ ...form, ...refused })).toBeNull()
    expect(AdminCreatePriceAdjustment.safeParse(bodyOf({ ...form, ...taken })).error).toBeUndefined()
  })

  it("does not speak of a list that is kept", () => {
    expect(bodyOf({ ...form, list: "kept" })?.["target"]).not.toHaveProperty("articles")
    expect(bodyOf({ ...form, list: "given", articles: "A-1, B 2\nA-1;C\t" })).toMatchObject({ target: { articles: ["A-1", "B 2", "C"] } })
  })

  it("takes an adjustment as it stands, and gives it back", () => {
    const row = {
      id: "padj_1", name: "Line A", scope: { kind: "region" as const, id: "South", name: "South" },
      target: { category: { id: "c", name: "Tools" }, brand: "Bosch", properties: [{ name: "P", value: "1" }], labels: ["new"], list_size: 3 },
      kind: "fixed" as const, value: "5", currency_code: "usd", from_quantity: "10", starts_on: "2026-01-01", ends_on: null, is_stacking: true,
      source: "portal" as const, document: null, as_of: null, updated_at: "v",
    } // prettier-ignore
    expect(bodyOf(formOf(row))).toEqual({
      name: "Line A",
      scope: { kind: "region", id: "South" },
      target: { category_id: "c", brand: "Bosch", properties: [{ name: "P", value: "1" }], labels: ["new"] },
      kind: "fixed",
      value: "5",
      currency_code: "usd",
      from_quantity: "10",
      starts_on: "2026-01-01",
      ends_on: null,
      is_stacking: true,
    })
  })
})

describe("a number that is typed", () => {
  const threshold = { scope: { kind: "everyone" }, basis: "quantity", price_type_id: "t" }
  const rate = { currency_code: "USD", on_date: "2026-11-22" }
  it.each([
    ["a threshold", 12, 6, (from_amount: string) => AdminCreatePriceThreshold.safeParse({ ...threshold, from_amount })],
    ["a rate", 10, 10, (text: string) => AdminPutCurrencyRate.safeParse({ ...rate, rate: text })],
    ["a percentage", 6, 2, (mark_percent: string) => AdminTryPriceFile.safeParse({ kind: "contract", id: "c", mark_percent })],
  ])("as %s may have as many digits as the server takes", (_what, whole, fraction, read) => {
    const [longest, tooWhole, tooFine] = [
      `${"1".repeat(whole)},${"1".repeat(fraction)}`,
      "1".repeat(whole + 1),
      `0,${"1".repeat(fraction + 1)}`,
    ]
    expect([longest, tooWhole, tooFine, "", "ten", "-1"].map((text) => isDecimal(text, whole, fraction))).toEqual([
      true,
      ...Array<boolean>(5).fill(false),
    ])
    expect([longest, tooWhole, tooFine].map((text) => read(decimalIn(text)).success)).toEqual([true, false, false])
  })

  it("has a currency of three letters", () => {
    expect(["rub", " USD ", "ru", "р.", ""].map(isCurrency)).toEqual([true, true, false, false, false])
  })
})

describe("what was looked at before a change", () => {
  const question = { path: "/preview", body: { value: "-7" } }

  it("speaks of just that, and of nothing that was typed since, even while the answer was under way", () => {
    expect(answerTo({ ...question, body: { value: "-7" } }, { variables: question, data: "seven" })).toBe("seven")
    expect(answerTo({ ...question, body: { value: "-50" } }, { variables: question, data: "seven" })).toBeNull()
  })

  it("is nothing before there is an answer, or while nothing can be asked", () => {
    expect(answerTo(question, { variables: question, data: undefined })).toBeNull()
    expect(answerTo(null, { variables: question, data: "seven" })).toBeNull()
  })
})

describe("what is pasted", () => {
  it("as articles is told apart, each once", () => {
    expect(articlesIn("\nA-1\n B 2 ;A-1,")).toEqual(["A-1", "B 2"])
  })

  it("as a number is one, as people write it", () => {
    expect(["1 250,50", "1\u00a0250", "7"].map(decimalIn)).toEqual(["1250.50", "1250", "7"])
  })

  it("as rows of a table is read by tabs or semicolons, with days as they are written here", () => {
    expect(priceRowsIn("A-1\t1 250,5\t10\t01.02.2026\n\nB 2; 3;;2026-01-01;soon")).toEqual([
      { article: "A-1", amount: "1250.5", from_quantity: "10", starts_on: "2026-02-01", ends_on: null },
      { article: "B 2", amount: "3", from_quantity: "0", starts_on: "2026-01-01", ends_on: "soon" },
    ])
  })

  it("may name a product by the id of its variant, as a product without an article is named", () => {
    const prices = priceRowsIn("variant_01; 5")
    expect(prices).toEqual([{ variant_id: "variant_01", amount: "5", from_quantity: "0", starts_on: null, ends_on: null }])
    expect(AdminSetContractPrices.safeParse({ prices }).success).toBe(true)
  })

  it("leaves the lines that were refused, as they were typed", () => {
    const [fine, refused] = [{ outcome: "created" }, { outcome: "refused" }]
    expect(refusedLines("A-1; 5\n\nNOPE ;5;\nB-2\tten\n", [fine, refused, refused])).toBe("NOPE ;5;\nB-2\tten")
    expect(refusedLines("A-1; 5", [fine])).toBe("")
  })
})

describe("money that is shown", () => {
  const plain = (text: string) => text.replace(/\s/g, " ").replace("−", "-")

  it("has the digits of its currency, and those beyond that a price of one base unit has", () => {
    expect(plain(formatMoney("1250.5", "rub", "ru"))).toBe("1 250,50 ₽")
    expect(plain(formatMoney("1250.5075", "rub", "ru"))).toBe("1 250,5075 ₽")
    expect(plain(formatMoney("0.001250", "rub", "ru"))).toBe("0,00125 ₽")
    expect(plain(formatMoney("3", "jpy", "en"))).toBe("¥3")
  })

  it("moves by percent with its sign", () => {
    expect(["27.66", "-3", "0"].map((percent) => plain(formatPercent(percent, "ru")))).toEqual(["+27,66", "-3", "0"])
  })
})
