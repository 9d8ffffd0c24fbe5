import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { REVIEWS_WAITING_MAX } from "../../../src/modules/product-card/rules/review"
import { answerOf } from "../../helpers/answer-of"
import { createActingSession } from "../../helpers/create-acting-session"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { keepMails, mailTo } from "../../helpers/mails"

jest.setTimeout(240_000)

const mails = keepMails()

interface Listed {
  id: string
  updated_at: string
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let other: { headers: Record<string, string> }
    let variants: string[]
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      other = await trade.hire("2")
      variants = ["", ...(await Promise.all([1, 2].map((n) => internalId(getContainer(), "offer", `p${n}`))))]
    })

    const pathOf = (n: number) => `/store/catalog/${variants[n] ?? ""}/reviews`
    const write = (n: number, rating: number, text = "Good", session: object = trade.session) =>
      answerOf(api.post(pathOf(n), { rating, text }, session))
    const read = async (n: number, session: object = trade.session, params: object = {}) =>
      (await answerOf(api.get(pathOf(n), { ...session, params }))).data
    const queue = async (params: object = {}) => (await answerOf(api.get("/admin/product-reviews", { ...staff, params }))).data
    const decide = (reviews: Listed[], decision: object) =>
      answerOf(
        api.post(
          "/admin/product-reviews/decisions",
          { reviews: reviews.map(({ id, updated_at }) => ({ id, updated_at })), ...decision },
          staff
        )
      )
    const publish = async () => decide((await queue({ state: "new" })).product_reviews, { state: "published" })
    const ratings = async (session: object = trade.session) => {
      const { data } = await api.get("/store/catalog", { ...session, params: { sort: "article" } })
      return data.entries.slice(0, 2).map((entry: { rating: unknown }) => entry.rating)
    }
    /** Whether what is kept says the same as the reviews themselves. */
    const isExact = async () => {
      const { rows } = await db().raw<{ rows: object[] }>(`
        select from (select product_id, count(*) as count, sum(rating) as sum from product_review where state = 'published' group by 1) r
        full join (select * from product_rating where review_count > 0) k on k.product_id = r.product_id
        where (r.count, r.sum) is distinct from (k.review_count, k.rating_sum)`)
      return rows.length === 0
    }

    it("a review waits until it is published, then counts on list and card, under the first name alone", async () => {
      await db()("employee").update({ name: "Петров Иван Сергеевич" })
      expect((await write(1, 4, "  Крепкая\u202e вещь ")).data.own).toMatchObject({ rating: 4, text: "Крепкая вещь", state: "new" })
      await write(1, 5, "Да", other)
      expect(await read(1)).toMatchObject({ rating: null, reviews: [], count: 0, own: { state: "new" } })
      expect(await ratings()).toEqual([null, null])
      expect((await publish()).data.decided).toHaveLength(2)
      const { reviews, ...told } = await read(1, other)
      expect(told).toMatchObject({ rating: { average: "4.5", count: 2 }, count: 2, own: { text: "Да", state: "published" } })
      expect(reviews.map(({ text, author }: Record<string, unknown>) => [text, author])).toEqual(
        expect.arrayContaining([
          ["Крепкая вещь", { name: "Иван", city: null }],
          ["Да", { name: "Иван", city: null }],
        ])
      )
      expect(JSON.stringify(reviews)).not.toMatch(/Петров|empl_|lent_/)
      expect((await read(1, other, { limit: 1, offset: 1 })).reviews).toHaveLength(1)
      expect(await ratings()).toEqual([{ average: "4.5", count: 2 }, null])
      expect((await api.get(`/store/catalog/${variants[1]}`, other)).data.entry.rating).toEqual({ average: "4.5", count: 2 })
      expect(await isExact()).toBe(true)
    })

    it("written anew it waits again and does not count; the same again changes nothing", async () => {
      await write(1, 2)
      await publish()
      await write(1, 2)
      expect((await read(1)).own.state).toBe("published")
      await write(1, 3)
      expect(await read(1)).toMatchObject({ rating: null, count: 0, own: { rating: 3, state: "new" } })
      expect(await isExact()).toBe(true)
      await publish()
      expect((await read(1)).rating).toEqual({ average: "3", count: 1 })
      const actions = await db()("audit_entry").where({ subject_type: "product_review" }).orderBy("at").pluck("action")
      expect(actions).toEqual(["submitted", "decided", "submitted", "decided"].map((what) => `product_review.${what}`))
    })

    it("what is declined is told to its author alone, with the reason, also by mail", async () => {
      const { email } = await db()("employee").orderBy("created_at").first("email")
      await write(1, 1, "Ужас")
      await write(2, 5, "Хорошо", other)
      const { product_reviews, count } = await queue({ q: "Ужас" })
      expect(count).toBe(1)
      expect(product_reviews[0]).toMatchObject({
        product: { article: articleOf(1) },
        author: { legal_entity: "Dealer 1" },
        rating: 1,
        state: "new",
      })
      expect((await decide(product_reviews, { state: "declined" })).status).toBe(400)
      await decide(product_reviews, { state: "declined", reason: "Не о товаре" })
      expect((await read(1)).own).toMatchObject({ state: "declined", decision_reason: "Не о товаре" })
      expect(await read(1, other)).toMatchObject({ count: 0, own: null })
      expect((await queue({ state: "declined" })).count).toBe(1)
      await mailTo(mails, email, "Не о товаре")
      expect(await db()("audit_entry").where({ action: "product_review.decided" }).pluck("after")).toEqual([
        expect.objectContaining({ state: "declined", reason: "Не о товаре", rating: 1 }),
      ])
    })

    it("what was written anew since it was read is passed over, and so is what is decided so already", async () => {
      await write(1, 4, "One")
      await write(2, 4, "Two")
      const seen = (await queue()).product_reviews
      await write(1, 1, "Another")
      const { decided, passed_over } = (await decide(seen, { state: "published" })).data
      expect([decided.length, passed_over.length]).toEqual([1, 1])
      expect((await read(1)).own.state).toBe("new")
      expect((await decide(seen, { state: "published" })).data.decided).toEqual([])
      expect(await isExact()).toBe(true)
    })

    it("of goods that are hidden nothing is said or read, and nobody writes in another's name or without end", async () => {
      await write(1, 5)
      await publish()
      const scope = { kind: "legal_entity", id: await internalId(getContainer(), "legal_entity", "e2") }
      await api.post(
        "/admin/visibility-rules",
        { name: "Rule", scope, target: { kind: "list", articles: [articleOf(1)] }, shows: false },
        staff
      )
      expect((await answerOf(api.get(pathOf(1), other))).status).toBe(404)
      expect((await write(1, 5, "x", other)).status).toBe(404)
      expect((await write(1, 6)).status).toBe(400)
      expect((await write(1, 1, " \u202e ")).status).toBe(400)
      const { id } = await db()("employee").orderBy("created_at").first("id")
      const acting = await createActingSession(getContainer(), trade.storefront, {
        employee_id: id,
        legal_entity_ids: [await internalId(getContainer(), "legal_entity", "e1")],
      })
      expect((await write(1, 5, "x", acting)).data.code).toBe("refused_when_acting")
      const waiting = Array.from({ length: REVIEWS_WAITING_MAX }, (_, n) => ({
        ...{ id: `prev_${n}`, product_id: `prod_${n}`, employee_id: id, legal_entity_id: "lent", rating: 1, text: "x" },
      }))
      await db()("product_review").insert(waiting)
      expect((await write(2, 5)).data.code).toBe("reviews_waiting")
      await db()("product_review").where({ id: "prev_0" }).delete()
      expect((await write(2, 5)).status).toBe(200)
    })

    it("an entity has its authors named with their city, or not at all", async () => {
      const superuser = await trade.hire("1", "superuser")
      await db()("employee").update({ name: "Анна" })
      await db()("legal_entity").update({ actual_address: "г. Пермь, ул. Мира" })
      await write(1, 5)
      await publish()
      const sign = (review_signature: string, session: object = superuser) =>
        answerOf(api.post("/store/company/review-signature", { review_signature }, session))
      const author = async () => (await read(1, other)).reviews[0].author
      expect((await sign("nobody", trade.session)).data.code).toBe("right_missing")
      expect((await api.get("/store/company/review-signature", other)).data).toEqual({ review_signature: "first_name" })
      await sign("first_name_and_city")
      expect(await author()).toEqual({ name: "Анна", city: "Пермь" })
      await sign("nobody")
      await sign("nobody")
      expect(await author()).toEqual({ name: null, city: null })
      expect(await db()("audit_entry").where({ action: "review_signature.set" }).orderBy("at").pluck("after")).toEqual([
        { shown: "first_name_and_city" },
        { shown: "nobody" },
      ])
    })

    it("decisions and authors at the same time leave every rating exact", async () => {
      await Promise.all([1, 2].flatMap((n) => [write(n, n), write(n, n + 1, "x", other)]))
      const { product_reviews } = await queue()
      await Promise.all([
        decide(product_reviews, { state: "published" }),
        decide([...product_reviews].reverse(), { state: "published" }),
        write(1, 5, "Anew"),
        write(2, 5, "Anew", other),
      ])
      await publish()
      expect(await isExact()).toBe(true)
      expect((await read(1)).rating.count + (await read(2)).rating.count).toBe(4)
    })
  },
})
