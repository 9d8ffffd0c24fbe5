import texts from "../../src/admin/i18n"
import * as cards from "../../src/admin/lib/product-card"
import { propertiesOf } from "../../src/admin/lib/product-properties"
import * as documents from "../../src/admin/lib/product-documents"
import { AdminChangeDocument, AdminCreateDocument } from "../../src/api/admin/product-documents/validators"
import { positionBody } from "../../src/admin/lib/product-position"
import { AdminSetPosition } from "../../src/api/admin/product-positions/validators"
import { AdminSetRelations } from "../../src/api/admin/product-relations/validators"
import { AdminDecideReviews } from "../../src/api/admin/product-reviews/validators"
import { DOCUMENT_KINDS, DOCUMENT_VALIDITIES } from "../../src/modules/product-card/rules/document"
import { RELATION_KINDS } from "../../src/modules/product-card/rules/relation"
import { REVIEW_STATES } from "../../src/modules/product-card/rules/review"

describe("the screens of the product card", () => {
  it("offer and name every kind, state and validity there is", () => {
    expect(cards.RELATION_KINDS).toEqual(RELATION_KINDS)
    expect(cards.REVIEW_STATES).toEqual(REVIEW_STATES)
    expect(documents.DOCUMENT_KINDS).toEqual(DOCUMENT_KINDS)
    expect(documents.DOCUMENT_VALIDITIES).toEqual(DOCUMENT_VALIDITIES)
    const { relations, reviews, documents: of } = texts.en.kontor.productCard
    expect([relations, reviews.states, of.kinds, of.validities].map(Object.keys)).toEqual([
      RELATION_KINDS,
      REVIEW_STATES,
      DOCUMENT_KINDS,
      DOCUMENT_VALIDITIES,
    ])
  })

  it("send what the server can read", () => {
    const review = { id: "prev_1", updated_at: "2026-01-01T00:00:00.000000Z" }
    expect(AdminDecideReviews.parse(cards.decisionBody([review], null))).toMatchObject({ state: "published", reviews: [review] })
    expect(AdminDecideReviews.parse(cards.decisionBody([review], "Не о товаре"))).toMatchObject({ reason: "Не о товаре" })
    const row = {
      kind: "related",
      source: "portal",
      product_id: "prod_1",
      title: "x",
      article: null,
      is_mutual: true,
      is_from_other: false,
    } as const
    expect(AdminSetRelations.parse(cards.relationsBody("related", [row], "v1")).relations).toEqual([
      { product_id: "prod_1", is_mutual: true },
    ])
    for (const [typed, position] of [
      [" 12 ", 12],
      ["", null],
      ["000000000", 0],
    ] as const) {
      expect(AdminSetPosition.parse(positionBody(typed, 3))).toEqual({ position, former: 3 })
    }
    expect(["1.5", "-1", "x", "1234567890"].map((typed) => positionBody(typed, null))).toEqual([null, null, null, null])
    const form = { ...documents.documentFormOf(null), titleRu: " Паспорт ", validUntil: "2027-01-31" }
    const body = documents.documentBodyOf(form)
    expect(AdminCreateDocument.parse({ ...body, bind: { articles: ["A-1"] } })).toMatchObject({ title_ru: "Паспорт", number: null })
    expect(AdminChangeDocument.parse({ ...body, updated_at: "1" })).toMatchObject({ kind: "certificate", valid_until: "2027-01-31" })
  })

  it("tell the characteristics that loads keep on a product, and nothing that somebody else wrote there", () => {
    const kept = [{ name: "Длина, мм", value: "100" }]
    expect(propertiesOf({ properties: kept })).toEqual(kept)
    expect(propertiesOf({ properties: [...kept, "x", null, { name: 1, value: "2" }, { name: "Цвет" }] })).toEqual(kept)
    expect([propertiesOf(null), propertiesOf({}), propertiesOf({ properties: "x" })]).toEqual([[], [], []])
  })

  it("do not send a document without a title, and change only what the staff says of relations", () => {
    expect(documents.documentBodyOf(documents.documentFormOf(null))).toBeNull()
    const row = (source: "erp" | "portal", is_from_other: boolean) =>
      ({
        kind: "analogue",
        source,
        product_id: `${source} ${is_from_other}`,
        title: "x",
        article: null,
        is_mutual: true,
        is_from_other,
      }) as const
    const all = [row("erp", false), row("portal", false), row("portal", true)]
    expect(cards.saidHere(all, "analogue").map(({ product_id }) => product_id)).toEqual(["portal false"])
    expect(cards.saidHere(all, "related")).toEqual([])
  })
})
