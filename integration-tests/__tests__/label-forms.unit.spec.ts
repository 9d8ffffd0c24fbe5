import { LABEL_WAYS, labelDraftOf, type LabelForm, labelFormOf, type LabelRow } from "../../src/admin/lib/labels"
import { AdminChangeLabel, AdminCreateLabel } from "../../src/api/admin/labels/validators"

describe("the form of a label", () => {
  const form: LabelForm = {
    ...{ ...labelFormOf(null), code: " eco ", name_ru: "Эко", name_en: "Eco" },
    ...{ name: "Статус", value: "Спец", price_type_id: "ptyp_1", below_type_id: "ptyp_2" },
  }

  it.each(LABEL_WAYS)("is sent as the server reads it when it is given by: %s", (way) => {
    const draft = labelDraftOf({ ...form, way }, null)
    expect(AdminCreateLabel.safeParse(draft).error).toBeUndefined()
    expect(draft).toMatchObject({ code: "eco", rule: way === "hand" ? null : { kind: way } })
  })

  it.each<[string, Partial<LabelForm>]>([
    ["a word", { code: " " }],
    ["a name in each language", { name_en: "" }],
    ["a place", { position: "first" }],
    ["days that the server takes", { way: "new", days: "3651" }],
    ["at least one day", { way: "bestseller", days: "0" }],
    ["a percent below a hundred", { way: "discount", percent: "100" }],
    ["a value of the property", { way: "property", value: "" }],
    ["a value of the requisite", { way: "requisite", value: " " }],
    ["two different price types", { way: "price_below", below_type_id: "ptyp_1" }],
    ["a number of products that the server takes", { way: "bestseller", count: "10001" }],
  ])("cannot be sent without %s", (_what, typed) => {
    expect(labelDraftOf({ ...form, ...typed }, null)).toBeNull()
  })

  it("takes a label as it stands and gives it back, without its word, which stays", () => {
    const facts = { name_ru: "Новинка", name_en: "New", colour: "blue" as const, position: 5 }
    const rule = { kind: "new" as const, days: 14, not_before: null }
    const row: LabelRow = { id: "labl_new", code: "new", ...facts, rule, entry_count: 0, by_rule_count: 0 }
    const draft = labelDraftOf(labelFormOf(row), row)
    expect(draft).toEqual({ ...facts, rule })
    expect(AdminChangeLabel.safeParse(draft).error).toBeUndefined()
  })
})
