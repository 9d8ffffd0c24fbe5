import { type ErpRecord, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { completeByStock } from "../../helpers/complete-by-stock"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, orderRule, PRICES_PACKAGE, threshold } from "../../helpers/price-records"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }
type Item = { variant_sku: string; unit_price: number; quantity: number }

const CATALOG: ErpRecord = {
  ...{ kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
}
const DAY_MS = 86_400_000
/** Days from today in the time zone of the supplier, YYYY-MM-DD. */
const day = (distance: number) => new Date(Date.parse(`${today()}T12:00:00Z`) + distance * DAY_MS).toISOString().slice(0, 10)
const type = (external_id: string, currency_code: string, includes_vat = true): ErpRecord => ({
  ...{ kind: "price_type", external_id, name: external_id, currency_code, includes_vat },
})
const price = (n: number, amount: string, data: object = {}): ErpRecord => ({
  ...{ kind: "price", offer_external_id: `p${n}`, price_type_external_id: "wholesale", amount, currency_code: "rub", coefficient: "1" },
  ...data,
})
const rate = (currency_code: string, amount: string, on_date: string): ErpRecord => ({
  ...{ kind: "currency_rate", currency_code, in_currency: "rub", on_date, rate: amount, nominal: "1", is_deleted: false },
})
const group = (external_id: string, parent_external_id: string | null): ErpRecord => ({
  ...{ kind: "group", external_id, name: external_id, parent_external_id, position: 0, is_deleted: false },
})

/** Carts as a dealer has them over HTTP, with sums that were worked out by hand from the README of contract-pricing. The contract's type has n.50, shops 2n + 1. */
medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Session
    let db: Knex
    const idOf = (kind: string, externalId: string) => internalId(getContainer(), kind, externalId)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, trade.session)).data.cart.id
    const put = async (id: string, ...lines: [n: number, quantity: number, unit?: string][]) =>
      (await api.post(`/store/carts/${id}/lines`, { lines: lines.map(([n, quantity, unit]) => ({ article: articleOf(n), quantity, ...(unit ? { unit } : {}) })) }, trade.session)).data // prettier-ignore
    const putByStock = async (id: string, n: number, quantity: number, data: object = {}) =>
      answerOf(api.post(`/store/carts/${id}/line-items`, { variant_id: await idOf("offer", `p${n}`), quantity, ...data }, trade.session))
    const read = async (id: string) => (await api.get(`/store/carts/${id}`, trade.session)).data.cart
    const pricesIn = ({ items }: { items: Item[] }) =>
      items.map(({ variant_sku, quantity, unit_price }) => [variant_sku, quantity, unit_price])
    const place = (id: string, body: object = {}) => answerOf(api.post(`/store/carts/${id}/complete`, body, trade.session))
    const explain = async (n: number, quantity: string, on: string) => {
      const params = {
        contract_id: await idOf("contract", "c1"),
        variant_id: await idOf("offer", `p${n}`),
        quantity,
        day: on,
        locale: "en",
      }
      return (await api.get("/admin/price-explanation", { ...staff, params })).data.explanation
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 4)
      staff = await createStaffSession(getContainer())
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    })

    describe("the sum by which thresholds are reached", () => {
      it("leaves out what is withheld from sale: it cannot be bought", async () => {
        await load(PRICES_PACKAGE, threshold("t", { from_amount: "30" }))
        const cart = await newCart()
        // 10 × 1.50 + 5 × 3.50 = 32.50.
        await put(cart, [1, 10], [3, 5])
        expect(pricesIn(await read(cart))).toEqual([[articleOf(1), 10, 3], [articleOf(3), 5, 7]]) // prettier-ignore
        await load(PRICES_PACKAGE, adjustment("w", { change: "withheld", value: "0", target: { offer_external_ids: ["p3"] } }))
        const told = await read(cart)
        expect(told.pricing.threshold).toMatchObject({ total: "15.00", held: null, next: { missing: "15.00" } })
        expect(pricesIn(told)).toEqual([[articleOf(1), 10, 1.5], [articleOf(3), 5, 3.5]]) // prettier-ignore
      })

      it("counts what the contract sees that the cart goes over to, from the first answer on", async () => {
        const c2 = await idOf("contract", "c2")
        await db("contract")
          .where({ id: c2 })
          .update({ legal_entity_id: await idOf("legal_entity", "e1") })
        await load(PRICES_PACKAGE, threshold("t", { from_amount: "30", scope: { kind: "contract", external_id: "c2" } }))
        const target = { kind: "entry", variant_id: await idOf("offer", "p3") }
        await api.post("/admin/visibility-rules", { name: "Rule", scope: { kind: "contract", id: c2 }, target, shows: false }, staff)
        const cart = await newCart()
        await put(cart, [1, 10], [3, 5])
        const moved = (await api.post(`/store/carts/${cart}/contract`, { contract_id: c2 }, trade.session)).data.cart
        expect(moved.lines).toMatchObject([{ changes: [{ code: "not_visible" }] }])
        const told = await read(cart)
        expect(pricesIn(told)).toEqual([[articleOf(1), 10, 1.5], [articleOf(3), 5, 3.5]]) // prettier-ignore
        expect(told.pricing).toMatchObject({ threshold: { total: "15.00", held: null }, changes: [{ code: "not_listed" }] })
      })

      it("brings a cheaper type that stays, though the cart comes to less by it", async () => {
        await load(PRICES_PACKAGE, type("cheap", "rub"), price(1, "1", { price_type_external_id: "cheap" }), threshold("t", { from_amount: "15", price_type_external_id: "cheap" })) // prettier-ignore
        const cart = await newCart()
        expect((await put(cart, [1, 10])).lines).toMatchObject([{ unit_price: "1.00", money: { amount: "10.00" } }])
        expect(pricesIn(await read(cart))).toEqual([[articleOf(1), 10, 1]])
        expect(pricesIn(await read(cart))).toEqual([[articleOf(1), 10, 1]])
        expect((await place(cart, { expected_total: "10.00" })).data.order).toMatchObject({ total: "10.00" })
      })
    })

    describe("one product twice in a cart", () => {
      it("by pieces and by packs is one line, which is priced by all of it", async () => {
        await load(PRICES_PACKAGE, price(3, "3.5"), price(3, "36", { coefficient: "12" }))
        const cart = await newCart()
        const { lines } = await put(cart, [3, 5], [3, 1, "упак"])
        expect(lines).toMatchObject([{ quantity: "17", unit_price: "3.00" }, { quantity: "17", unit_price: "3.00" }]) // prettier-ignore
        expect(pricesIn(await read(cart))).toEqual([[articleOf(3), 17, 3]])
      })

      it("by a stock route is one line as well: neither thresholds nor limits count it by halves", async () => {
        await load(PRICES_PACKAGE, threshold("q", { basis: "quantity", from_amount: "10", currency_code: null }))
        const cart = await newCart()
        await putByStock(cart, 1, 5)
        const { data } = await putByStock(cart, 1, 5)
        expect(pricesIn(data.cart)).toEqual([[articleOf(1), 10, 3]])
        await load(PRICES_PACKAGE, orderRule("r", { target: { offer_external_id: "p1" }, minimum: null, maximum: "12" }))
        expect((await putByStock(cart, 1, 5)).data).toMatchObject({ code: "quantity_above_maximum" })
        expect((await putByStock(cart, 1, 2)).status).toBe(200)
        expect(pricesIn(await read(cart))).toEqual([[articleOf(1), 12, 3]])
      })

      it("kept apart by what the dealer wrote on the lines, is limited by all of it", async () => {
        await load(PRICES_PACKAGE, orderRule("r", { target: { offer_external_id: "p1" }, minimum: null, maximum: "12" }))
        const cart = await newCart()
        for (const whom of ["one", "other", "third", "one"]) {
          expect((await putByStock(cart, 1, 4, { metadata: { for: whom } })).status).toBe(200)
        }
        expect(pricesIn(await read(cart)).map(([, quantity]) => quantity)).toEqual([8, 4, 4])
        expect((await place(cart)).data.refusals).toMatchObject([
          { code: "quantity_above_maximum", subject: articleOf(1), details: { quantity: "16", nearest: { lower: "12", upper: null } } },
        ])
        await expect(completeByStock(getContainer(), cart)).rejects.toMatchObject({ code: "quantity_above_maximum" })
      })
    })

    describe("a group that goes elsewhere", () => {
      it("takes its goods out of the discount of the one above, whoever moves it", async () => {
        await load(CATALOG, group("tools", null), group("drills", "tools"), group("other", null), {
          ...{
            kind: "product",
            external_id: "p1",
            name: "Product 1",
            article: articleOf(1),
            vat_rate: "20",
            group_external_ids: ["drills"],
          },
          ...{ is_service: false, is_deleted: false },
        })
        await load(PRICES_PACKAGE, adjustment("a", { target: { group_external_id: "tools" }, value: "-50" }))
        const cart = await newCart()
        const priceNow = async () => [(await explain(1, "1", day(0))).price, pricesIn(await read(cart))[0]?.[2]]
        await put(cart, [1, 1])
        expect(await priceNow()).toEqual(["0.75", 0.75])
        await load(CATALOG, group("drills", "other"))
        expect(await priceNow()).toEqual(["1.50", 1.5])
        const [drills, tools] = [await idOf("group", "drills"), await idOf("group", "tools")]
        await api.post(`/admin/product-categories/${drills}`, { parent_category_id: tools }, staff)
        for (let tries = 0; tries < 100 && (await explain(1, "1", day(0))).price !== "0.75"; tries += 1) {
          await new Promise((resolve) => setTimeout(resolve, 50))
        }
        expect(await priceNow()).toEqual(["0.75", 0.75])
      })
    })

    describe("days", () => {
      it("a rate is that of the bank day before, two weeks back at most, and the day is the first and the last of a rule", async () => {
        await load(type("wholesale", "usd"))
        await load(PRICES_PACKAGE, price(1, "1", { currency_code: "usd" }), rate("usd", "90", day(-20)), rate("usd", "100", day(-3)))
        await load(PRICES_PACKAGE, adjustment("a", { starts_on: day(-2), ends_on: day(-1) }))
        const prices = async (...days: number[]) => Promise.all(days.map(async (each) => (await explain(1, "1", day(each))).price))
        expect(await prices(-21, -20, -6, -5, -3, -2, -1, 0, 11, 12)).toEqual([
          ...[null, "90.00", "90.00", null, "100.00", "90.00", "90.00", "100.00", "100.00", null],
        ])
        const missing = await explain(1, "1", day(12))
        expect(JSON.stringify(missing)).toContain("rate_missing")
      })

      it("a missing rate is told with product, contract and both currencies, and the cart comes back with the rate", async () => {
        const cart = await newCart()
        await put(cart, [1, 2])
        await load(type("wholesale", "usd"))
        const told = await read(cart)
        expect(told.pricing.changes).toMatchObject([{ code: "no_price", details: { contract_number: "C-1", old_unit_price: "1.5" } }])
        expect((await place(cart)).data.refusals).toMatchObject([{ code: "no_price" }])
        const [line] = (await put(await newCart(), [1, 2])).lines
        expect(line).toMatchObject({ code: "rate_missing" })
        for (const said of ["Product 1", articleOf(1), "C-1", "USD", "RUB"]) {
          expect(line.message).toContain(said)
        }
        await load(PRICES_PACKAGE, rate("usd", "2", day(-14)))
        expect(pricesIn(await read(cart))).toEqual([[articleOf(1), 2, 3]])
      })
    })

    describe("VAT", () => {
      it("comes on top of a fixed discount from a price without it, of the line's sum", async () => {
        await load(type("wholesale", "rub", false))
        const discount = { change: "fixed" as const, value: "-0.17", currency_code: "rub" }
        await load(PRICES_PACKAGE, adjustment("a", discount))
        const cart = await newCart()
        // 1.33 × 7 = 9.31, of which 20 % are 1.862; 3.33 × 1 with 0.666.
        const { pricing } = await put(cart, [1, 7], [3, 1])
        expect(pricing.totals).toEqual({ includes_vat: false, amount: "12.64", vat: "2.53", amount_with_vat: "15.17" })
        const { order } = (await place(cart)).data
        const { order: placed } = (await api.get(`/store/company-orders/${order.id}`, trade.session)).data
        expect(placed).toMatchObject({ total: "12.64", vat: "2.53", amount_with_vat: "15.17" })
      })
    })
  },
})
