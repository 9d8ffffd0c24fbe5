import { type OrderRuleRow, ruleBodyOf, ruleFormOf } from "../../src/admin/lib/order-rules"
import { draftOf, formOf, type VisibilityRuleRow } from "../../src/admin/lib/visibility-rules"
import { AdminChangeOrderRule, AdminCreateOrderRule, AdminPreviewOrderRule } from "../../src/api/admin/order-rules/validators"
import { AdminChangeVisibilityRule, AdminPreviewVisibilityRule } from "../../src/api/admin/visibility-rules/validators"

describe("the form of a rule of visibility", () => {
  const form = { ...formOf(null), name: "No tools", target: { id: "cat_1", name: "Tools" } }
  const list = { ...form, targetKind: "list" as const, target: null }
  const articles = (count: number) => Array.from({ length: count }, (_, at) => `A-${at}`).join("\n")
  const row: VisibilityRuleRow = {
    ...{
      id: "vrul_1",
      name: "Paint",
      shows: false,
      source: "portal",
      updated_at: "v",
      scope: { kind: "contract", id: "ctr_1", name: "7" },
    },
    target: { kind: "property", id: null, property: "Colour", name: "red", size: null },
  }

  it("is looked at and saved as the server reads it", () => {
    const draft = draftOf(form, null)
    expect(draft).toMatchObject({ scope: { kind: "everyone", id: null }, target: { kind: "category", category_id: "cat_1" }, shows: false })
    expect(AdminPreviewVisibilityRule.safeParse({ draft }).error).toBeUndefined()
    expect(AdminPreviewVisibilityRule.safeParse({ draft, id: "vrul_1" }).error).toBeUndefined()
    expect(AdminChangeVisibilityRule.safeParse({ ...draft, updated_at: "v" }).error).toBeUndefined()
  })

  it.each([
    ["a name", { ...form, name: " " }],
    ["whom it is for", { ...form, scopeKind: "contract" as const }],
    ["what it is about", { ...form, target: null }],
    ["the articles of its list", { ...list, articles: " , " }],
    ["a list that the server takes", { ...list, articles: articles(5001) }],
  ])("cannot be sent without %s", (_what, typed) => {
    expect(draftOf(typed, null)).toBeNull()
  })

  it("sends the articles of a list, and says nothing of a list that is kept", () => {
    expect(draftOf({ ...list, articles: articles(5000) }, null)?.target.articles).toHaveLength(5000)
    const kept = { ...row, target: { kind: "list" as const, id: null, property: null, name: null, size: 3 } }
    expect(draftOf(formOf(kept), kept)?.target).toEqual({ kind: "list" })
  })

  it("takes a rule as it stands, and gives it back", () => {
    expect(draftOf(formOf(row), row)).toEqual({
      ...{ name: "Paint", shows: false, scope: { kind: "contract", id: "ctr_1" } },
      target: { kind: "property", property: "Colour", value: "red" },
    })
  })
})

describe("the form of an order rule", () => {
  const product = { variant_id: "variant_1", article: "A-1", title: "Anchor", variant_title: "100 mm" }
  const row: OrderRuleRow = {
    ...{ id: "orul_1", source: "portal", document: null, updated_at: "v", multiplicity: "0.0125", minimum: null, maximum: "10" },
    ...{ scope: { kind: "holding", id: "hold_1", name: "North" }, target: { product, category: null }, unit: { code: "778", name: "box" } },
  }

  it("takes a rule as it stands, names its product in whole, and gives it back", () => {
    const form = ruleFormOf(row)
    expect(form.product).toEqual({ id: "variant_1", name: "Anchor, 100 mm" })
    const body = ruleBodyOf(form)
    expect(body).toEqual({
      ...{ scope: { kind: "holding", id: "hold_1" }, target: { variant_id: "variant_1", category_id: null } },
      ...{ unit_code: "778", multiplicity: "0.0125", minimum: null, maximum: "10" },
    })
    expect(AdminChangeOrderRule.safeParse({ ...body, updated_at: "v" }).error).toBeUndefined()
    expect(AdminPreviewOrderRule.safeParse({ order_rule: body, id: "orul_1" }).error).toBeUndefined()
  })

  const form = { ...ruleFormOf(null), targetKind: "everything" as const, minimum: "1" }
  it.each([
    ["nothing said", { minimum: " " }, { minimum: "0" }],
    ["ten digits", { minimum: "1".repeat(10) }, { minimum: "1".repeat(9) }],
    ["seven digits after the point", { minimum: "0,1234567" }, { minimum: "0,123456" }],
    ["no category", { targetKind: "category" as const }, { targetKind: "category" as const, category: { id: "c", name: "Tools" } }],
    ["nobody it is for", { scopeKind: "region" as const }, { scopeKind: "region" as const, scope: { id: "South", name: "South" } }],
  ])("with %s is not sent, and what is sent the server can read", (_what, refused, taken) => {
    expect(ruleBodyOf({ ...form, ...refused })).toBeNull()
    expect(AdminCreateOrderRule.safeParse(ruleBodyOf({ ...form, ...taken })).error).toBeUndefined()
  })
})
