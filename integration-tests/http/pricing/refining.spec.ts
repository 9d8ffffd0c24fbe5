import { setTimeout } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { CONTRACT_PRICING_MODULE } from "../../../src/modules/contract-pricing"
import type ContractPricingModuleService from "../../../src/modules/contract-pricing/service"
import { type AnswerKind, type PriceService, startPriceService } from "../../../src/plugins/onec/src/emulator"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"

jest.setTimeout(240_000)

/** The address stands in the configuration before anything listens there. */
const PORT = 21_000 + (process.pid % 20_000)
const LOGIN = { login: "site", password: "for-the-site" }

// The runner reads the configuration before it sets an environment of its own.
Object.assign(process.env, {
  ONEC_REFINE_URL: `http://127.0.0.1:${PORT}/prices`,
  ONEC_REFINE_SOURCE: TEST_SOURCE,
  ONEC_REFINE_LOGIN: LOGIN.login,
  ONEC_REFINE_PASSWORD: LOGIN.password,
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let erp: PriceService
    let db: Knex
    let trade: Awaited<ReturnType<typeof createTrade>>
    let cart: string

    beforeAll(async () => {
      erp = await startPriceService({ port: PORT, ...LOGIN, answer: "right", delayMs: 6000, now: () => "2026-06-15T12:00:00" })
    })
    afterAll(() => erp.close())

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      trade = await createTrade(getContainer(), api, 4)
      cart = await cartOf([1, 10], [2, 6])
    })
    afterEach(() => {
      pricing().options.refinement.required = false
    })

    const pricing = () => getContainer().resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE)
    /** Of 1.50 and 2.50 three hundredths less are 1.46 and 2.43, rounded half up. */
    async function cartOf(...lines: [n: number, quantity: number][]): Promise<string> {
      const { data } = await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)
      await put(data.cart.id, ...lines)
      return data.cart.id
    }
    const put = (id: string, ...lines: [n: number, quantity: number][]) =>
      api.post(
        `/store/carts/${id}/lines`,
        { lines: lines.map(([n, quantity]) => ({ article: articleOf(n), quantity })), mode: "set" },
        trade.session
      )
    const refine = async (answer: AnswerKind = "right", id = cart) => {
      erp.setAnswer(answer)
      return (await api.post(`/store/carts/${id}/refine`, {}, trade.session)).data.cart
    }
    const state = async (id = cart) => (await api.get(`/store/carts/${id}/refine`, trade.session)).data.cart
    const linesOf = async (id = cart) => (await api.get(`/store/carts/${id}`, trade.session)).data.cart.items
    const pricesOf = async (id = cart) => (await linesOf(id)).map(({ unit_price }: { unit_price: number }) => unit_price)
    const place = (body: object = {}, id = cart) => answerOf(api.post(`/store/carts/${id}/complete`, body, trade.session))
    const expire = () => db.raw(`update cart_refinement set valid_until = now()`)
    /** Medusa's own way to price all lines of a cart again. */
    const refresh = () => api.post(`/store/carts/${cart}`, { region_id: trade.store.region_id, locale: "en-US" }, trade.session)

    describe("a cart that the ERP has priced", () => {
      it("has the ERP's prices, by the ERP's ids, and says so with its document and time", async () => {
        const answer = await refine()
        expect(answer).toMatchObject({
          refined: { source: TEST_SOURCE, document: "Расчёт цен по договору C-1", as_of: "2026-06-15T09:00:00+00:00" },
          not_refined: null,
          remarks: [],
          changes: [
            { from: "1.50", to: "1.46", title: "Product 1" },
            { from: "2.50", to: "2.43", title: "Product 2" },
          ],
        })
        expect(Date.parse(answer.refined.valid_until) - Date.parse(answer.refined.at)).toBe(30 * 60_000)
        expect(await state()).toMatchObject({ refined: answer.refined, not_refined: null })
        expect(await pricesOf()).toEqual([1.46, 2.43])
        expect(JSON.parse(erp.served.at(-1)?.body ?? "")).toMatchObject({
          contract: { external_id: "c1", number: "C-1" },
          legal_entity: { external_id: "e1", inn: "7700000001" },
          lines: [
            { offer_external_id: "p1", quantity: "10", amount: "1.50" },
            { offer_external_id: "p2", quantity: "6", amount: "2.50" },
          ],
        })
      })

      it("is left alone by promotions as long as the ERP's word holds: all discounts are in it", async () => {
        await getContainer()
          .resolve(Modules.PROMOTION)
          .createPromotions({
            ...{ code: "AUTO", type: "standard", status: "active", is_automatic: true },
            application_method: { type: "percentage", value: 10, target_type: "items", allocation: "across" },
          })
        const totals = async () => (await api.get(`/store/carts/${cart}`, trade.session)).data.cart.pricing.totals
        expect(await totals()).toMatchObject({ amount: "27.00", discount: "3.00" })
        await refine()
        expect(await totals()).toMatchObject({ amount: "29.18" })
        expect(await totals()).not.toHaveProperty("discount")
        await expire()
        expect(await totals()).toMatchObject({ amount: "27.00", discount: "3.00" })
      })

      it("is placed at these prices, and the order tells the document and the time for good", async () => {
        await refine()
        const { data } = await place({ expected_total: "29.18" })
        expect(data.order.total).toBe("29.18")
        const { rows } = await db.raw<{ rows: { unit_price: string; steps: object[] }[] }>(
          `select unit_price::text, metadata #> '{kontor,price,steps}' as steps from order_line_item order by created_at`
        )
        expect(rows).toMatchObject([
          {
            unit_price: "1.46",
            steps: [
              { code: "base_price", amount: "1.500000" },
              { code: "rounded", amount: "1.50" },
              { code: "refined_at_erp", amount: "1.46", source: TEST_SOURCE, document: "Расчёт цен по договору C-1", as_of: "2026-06-15T09:00:00+00:00" },
            ],
          },
          { unit_price: "2.43" },
        ]) // prettier-ignore
        expect(await db("cart_refinement")).toEqual([])
      })

      it("is shown to the staff among the client's carts: whether it is so, since when, and how many lines that changed", async () => {
        const staff = await createStaffSession(getContainer())
        const client = await internalId(getContainer(), "legal_entity", "e1")
        const shown = async () => (await api.get(`/admin/legal-entities/${client}/carts`, staff)).data.carts[0].refinement
        expect(await shown()).toBeNull()
        const { refined } = await refine("partial")
        expect(await shown()).toEqual({ refined, not_refined: null, changed_lines: 1, own_lines: 1 })
        await refine("error")
        expect(await shown()).toMatchObject({ refined, not_refined: { code: "erp_unavailable" } })
        await expire()
        expect(await shown()).toMatchObject({ refined: null, not_refined: { code: "erp_unavailable" }, changed_lines: 0, own_lines: 0 })
      })

      it("keeps these prices when Medusa prices it again, and has ours back when their time is over", async () => {
        await refine()
        await refresh()
        expect(await pricesOf()).toEqual([1.46, 2.43])
        await expire()
        expect(await state()).toMatchObject({ refined: null, not_refined: { code: "refinement_expired" } })
        await refresh()
        expect(await pricesOf()).toEqual([1.5, 2.5])
      })

      it("is not placed at prices that hold no longer: the change is told first", async () => {
        await refine()
        await expire()
        const refused = await place()
        expect(refused.data.refusals).toMatchObject([
          { code: "price_changed", details: { old_unit_price: "1.46", unit_price: "1.50" } },
          { code: "price_changed", details: { old_unit_price: "2.43", unit_price: "2.50" } },
        ])
        expect((await place()).data.order.total).toBe("30.00")
      })

      it("has ours back as soon as its dealer reads it when their time is over, and what he put the lines in at is what is told", async () => {
        const first = (await api.get(`/store/carts/${cart}`, trade.session)).data.cart
        expect(first.pricing).toMatchObject({ changes: [], refinement: null })
        await refine()
        const refined = (await api.get(`/store/carts/${cart}`, trade.session)).data.cart
        expect(refined.pricing.changes).toMatchObject([
          { code: "price_changed", details: { old_unit_price: "1.5", unit_price: "1.46" } },
          { code: "price_changed", details: { old_unit_price: "2.5", unit_price: "2.43" } },
        ])
        expect(refined.pricing.refinement).toMatchObject({ refined: { source: TEST_SOURCE }, not_refined: null })
        await expire()
        expect((await api.get(`/store/carts/${cart}`, trade.session)).data.cart.pricing).toMatchObject({
          changes: [],
          refinement: { refined: null, not_refined: { code: "refinement_expired" } },
        })
        expect(await pricesOf()).toEqual([1.5, 2.5])
      })

      it.each<[string, () => Promise<unknown>]>([
        ["a quantity", () => put(cart, [1, 11])],
        ["its lines", () => put(cart, [3, 1])],
      ])("is no longer what the ERP was asked about once %s are others", async (_, touch) => {
        await refine()
        await touch()
        expect(await state()).toMatchObject({ refined: null, not_refined: { code: "cart_changed" } })
        const { rows } = await db.raw<{ rows: { price: string }[] }>(
          `select trim_scale(unit_price)::text as price from cart_line_item where deleted_at is null order by price`
        )
        expect(rows.slice(0, 2)).toEqual([{ price: "1.5" }, { price: "2.5" }])
      })

      it("holds the ERP's word against a price that was loaded since: it is the newer one", async () => {
        await refine()
        await loadRecords(getContainer(), [change.price(1, "wholesale", "1.40")])
        expect((await place()).data.order.total).toBe("29.18")
      })

      it("gets our prices back for lines that the ERP says nothing of when it is asked again", async () => {
        await refine()
        const answer = await refine("partial")
        expect(answer).toMatchObject({
          refined: {},
          remarks: [{ article: articleOf(1), code: "line_missing", our_price: "1.5", erp_price: null }],
          changes: [{ from: "1.46", to: "1.50" }],
        })
        expect(await pricesOf()).toEqual([1.5, 2.43])
        expect((await place({ expected_total: "29.58" })).status).toBe(200)
      })
    })

    describe("an ERP that does not answer as it should", () => {
      it.each<[AnswerKind, string]>([
        ["error", "erp_unavailable"],
        ["broken", "erp_answer_invalid"],
        ["other-currency", "erp_answer_invalid"],
        ["unknown-line", "erp_answer_invalid"],
        ["negative", "erp_answer_invalid"],
        ["redirect", "erp_refused"],
      ])("leaves the cart as it is and orders possible: %s", async (answer, code) => {
        expect(await refine(answer)).toMatchObject({ refined: null, not_refined: { code, at: expect.any(String) }, changes: [] })
        expect(await state()).toMatchObject({ refined: null, not_refined: { code } })
        expect(await pricesOf()).toEqual([1.5, 2.5])
        expect((await place({ expected_total: "30.00" })).status).toBe(200)
      })

      it("is asked once more after a fault, and then believed", async () => {
        const before = erp.served.length
        expect(await refine("flaky")).toMatchObject({ refined: {}, not_refined: null })
        expect(erp.served.slice(before).map(({ status }) => status)).toEqual([500, 200])
      })

      it("is waited for no longer than three seconds", async () => {
        const began = Date.now()
        expect(await refine("slow")).toMatchObject({ refined: null, not_refined: { code: "erp_timeout" } })
        expect(Date.now() - began).toBeLessThan(5000)
      })

      it("does not take back what it said before", async () => {
        await refine()
        expect(await refine("error")).toMatchObject({ refined: {}, not_refined: { code: "erp_unavailable" } })
        expect(await pricesOf()).toEqual([1.46, 2.43])
      })

      it("is no reason to keep for ever why others had no answer: after a week that is gone", async () => {
        await db.raw(
          `insert into cart_refinement_failure (cart_id, code, at) values ('cart_old', 'erp_timeout', now() - interval '8 days')`
        )
        await refine("broken")
        const { rows } = await db.raw<{ rows: object[] }>(`select cart_id, code from cart_refinement_failure`)
        expect(rows).toEqual([{ cart_id: cart, code: "erp_answer_invalid" }])
      })

      it("names a price of ten times ours instead of taking it", async () => {
        expect(await refine("far-off")).toMatchObject({
          refined: {},
          remarks: [{ article: articleOf(1), code: "amount_far_off", our_price: "1.5", erp_price: "14.55" }],
        })
        expect(await pricesOf()).toEqual([1.5, 2.43])
      })

      it("stops orders only where the contract or the installation asks for its word", async () => {
        const contract = await internalId(getContainer(), "contract", "c1")
        pricing().options.refinement.required = [contract]
        await refine("far-off")
        const refused = await place()
        expect(refused.data.refusals).toMatchObject([{ code: "refinement_required", subject: contract }])
        expect(refused.data.refusals[0].details.line_ids).toHaveLength(1)
        await refine()
        expect((await place()).status).toBe(200)
      })
    })

    describe("the route", () => {
      it("does not bother the ERP with what it cannot know", async () => {
        const before = erp.served.length
        await db.raw(`delete from erp_mapping where kind = 'contract'`)
        expect(await refine()).toMatchObject({ not_refined: { code: "contract_unknown_to_erp" } })
        const { data } = await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)
        expect(await state(data.cart.id)).toMatchObject({ refined: null, not_refined: { code: "not_asked", at: null } })
        expect(erp.served).toHaveLength(before)
      })

      it("names the lines that the ERP's base does not know", async () => {
        await db.raw(`delete from erp_mapping where kind = 'offer' and external_id = 'p2'`)
        expect(await refine()).toMatchObject({ remarks: [{ article: articleOf(2), code: "unknown_to_erp", erp_price: null }] })
        expect(await pricesOf()).toEqual([1.46, 2.5])
      })

      it("is not asked about goods that are hidden meanwhile, of which no price and no name is told", async () => {
        const target = { kind: "entry", variant_id: await internalId(getContainer(), "offer", "p2") }
        await db.raw(`delete from erp_mapping where kind = 'offer' and external_id = 'p2'`)
        expect((await refine()).remarks).toHaveLength(1)
        const staff = await createStaffSession(getContainer())
        const scope = { kind: "legal_entity", id: await internalId(getContainer(), "legal_entity", "e1") }
        await api.post("/admin/visibility-rules", { name: "Rule", scope, target, shows: false }, staff)
        expect((await state()).remarks).toEqual([])
        expect(await refine()).toMatchObject({ remarks: [], refined: { source: TEST_SOURCE } })
      })

      it("keeps nothing of an answer about a cart that was changed while the ERP thought", async () => {
        erp.setAnswer("slow", 1500)
        const before = erp.asked()
        const asking = api.post(`/store/carts/${cart}/refine`, {}, trade.session)
        while (erp.asked() === before) {
          await setTimeout(20)
        }
        await put(cart, [1, 12])
        expect((await asking).data.cart).toMatchObject({ refined: null, not_refined: { code: "cart_changed" }, changes: [] })
        expect(await db("cart_refinement")).toEqual([])
        expect(await pricesOf()).toEqual([1.5, 2.5])
      })

      it("answers 404 for a cart out of sight, 400 for one that is an order and 403 without the right", async () => {
        const stranger = await trade.hire("2")
        const ask = (session: object, id = cart) => answerOf(api.post(`/store/carts/${id}/refine`, {}, session))
        expect((await ask(stranger)).status).toBe(404)
        expect((await answerOf(api.get(`/store/carts/${cart}/refine`, stranger))).status).toBe(404)
        expect((await answerOf(api.post(`/store/carts/${cart}/refine`, { force: true }, trade.session))).status).toBe(400)
        await place()
        expect(await ask(trade.session)).toMatchObject({ status: 400, data: { code: "cart_completed" } })
      })

      it("leaves an ERP alone that failed five times in a row", async () => {
        await refine()
        const before = erp.served.length
        const codes: string[] = []
        for (let asked = 0; asked < 6; asked += 1) {
          codes.push((await refine("error")).not_refined.code)
        }
        expect(codes).toEqual([...Array.from({ length: 5 }, () => "erp_unavailable"), "erp_paused"])
        expect(erp.served).toHaveLength(before + 10)
      })
    })
  },
})
