import { articlesIn, bodyOf, decimalIn, formOf } from "../../src/admin/lib/adjustment-draft"
import { answerTo } from "../../src/admin/lib/answer-to"
import { priceRowsIn } from "../../src/admin/lib/price-rows"

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
})
