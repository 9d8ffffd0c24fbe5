import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { contractPrice, priceList, PRICES_PACKAGE, threshold } from "../../helpers/price-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"

jest.setTimeout(180_000)

/** The contract is at retail prices, 2n + 1; from a cart of 50 roubles, or from ten of a product, it has the wholesale ones, n.50. */
const TERMS = [
  PRICES_PACKAGE,
  threshold("t1", { from_amount: "50", price_type_external_id: "wholesale", document: "Приказ 5" }),
  threshold("t2", { basis: "quantity", from_amount: "10", currency_code: null, price_type_external_id: "wholesale" }),
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let contractId: string
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const session = () => trade.session

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      contractId = await internalId(getContainer(), "contract", "c1")
      await loadRecords(getContainer(), TERMS)
      await db()("contract")
        .where({ id: contractId })
        .update({ price_type_id: await internalId(getContainer(), "price_type", "retail") })
    })

    const newCart = async (): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, session())).data.cart.id
    const put = async (id: string, n: number, quantity: number) =>
      (await api.post(`/store/carts/${id}/lines`, { lines: [{ article: articleOf(n), quantity }] }, session())).data
    const read = async (id: string) => (await api.get(`/store/carts/${id}`, session())).data.cart
    const place = (id: string) => answerOf(api.post(`/store/carts/${id}/complete`, {}, session()))
    const variantOf = (n: number) => internalId(getContainer(), "offer", `p${n}`)
    /** As they stand on the lines, which no read has settled. */
    const stored = async (id: string) =>
      (await db()("cart_line_item").where({ cart_id: id }).whereNull("deleted_at").orderBy("title")).map((line) => Number(line.unit_price))

    describe("by quantity", () => {
      it("see a product that is named twice among the lines of a new cart as one line", async () => {
        const variant_id = await variantOf(1)
        const items = [4, 6].map((quantity) => ({ variant_id, quantity }))
        const { cart } = (await api.post("/store/carts", { region_id: trade.store.region_id, items }, session())).data
        expect(cart.items).toMatchObject([{ quantity: 10, unit_price: 1.5 }])
      })

      it("bring another price in the catalogue, in every way into a cart, and in the reason", async () => {
        const { entries } = (await api.get("/store/catalog?sort=article", session())).data
        expect(entries[0]).toMatchObject({ price: "3.00", next_price: { from_quantity: "10", price: "1.50" } })
        const [bulk, stock] = [await newCart(), await newCart()]
        expect((await put(bulk, 1, 9)).lines).toMatchObject([{ unit_price: "3.00" }])
        expect((await put(bulk, 1, 1)).lines).toMatchObject([{ quantity: "10", unit_price: "1.50" }])
        const variant_id = await variantOf(1)
        const { cart } = (await api.post(`/store/carts/${stock}/line-items`, { variant_id, quantity: 10 }, session())).data
        expect(cart).toMatchObject({ items: [{ unit_price: 1.5 }], pricing: { changes: [], threshold: { held: null } } })
        const { price_set_id } = await db()("catalog_entry").where({ variant_id }).first("price_set_id")
        const context = { currency_code: "rub", contract_id: contractId, quantity: 10 }
        const [calculated] = await getContainer()
          .resolve(Modules.PRICING)
          .calculatePrices({ id: [price_set_id] }, { context })
        expect(calculated?.calculated_amount).toBe(1.5)
        const why = async (quantity: string) =>
          (await api.get("/store/prices/explain?locale=en", { ...session(), params: { variant_id, quantity } })).data.explanation
        expect(await why("10")).toMatchObject({
          price: "1.50",
          base_price: { amount: "1.5", price_type_name: "Оптовая" },
          steps: [{ code: "base_price", threshold: { basis: "quantity", from_amount: "10", scope_kind: "everyone" } }, {}],
          thresholds: [
            { basis: "total", from_amount: "50", amount: "1.5", outcome: "depends_on_total" },
            { from_amount: "10", amount: "1.5", outcome: "holds" },
          ],
          price_types: [{ name: "Розничная", outcome: "farther" }],
        })
        expect((await why("10")).steps[0].text).toMatch(/^Price type “Оптовая”, which holds from 10 units on for everyone: ₽/)
        expect(await why("9")).toMatchObject({
          price: "3.00",
          thresholds: [{ outcome: "depends_on_total" }, { outcome: "quantity_not_reached" }],
          price_types: [{ outcome: "holds" }],
        })
      })
    })

    describe("by total", () => {
      it("tell what is missing, bring other prices to all lines when reached, and take them back below", async () => {
        const id = await newCart()
        const first = await put(id, 4, 5)
        expect(first.lines).toMatchObject([{ unit_price: "9.00" }])
        expect(first.pricing).toMatchObject({
          changes: [],
          refinement: null,
          threshold: {
            ...{ total: "45.00", currency_code: "rub", held: null },
            next: { from_amount: "50.00", price_type_name: "Оптовая", missing: "5.00" },
          },
        })
        const second = await put(id, 1, 2)
        expect(second.lines).toMatchObject([{ unit_price: "1.50" }])
        expect(second.pricing.threshold).toEqual({
          ...{ total: "51.00", currency_code: "rub", next: null },
          held: { from_amount: "50.00", price_type_name: "Оптовая" },
        })
        expect(second.pricing.changes).toMatchObject([
          { code: "price_changed", subject: articleOf(4), details: { old_unit_price: "9", unit_price: "4.50" } },
        ])
        for (const cart of [await read(id), await read(id)]) {
          expect([cart.items.map((item: { unit_price: number }) => item.unit_price), cart.pricing.threshold.total]).toEqual([
            [4.5, 1.5],
            "51.00",
          ])
        }
        const [, line] = (await read(id)).items
        const { parent } = (await api.delete(`/store/carts/${id}/line-items/${line.id}`, session())).data
        expect(parent).toMatchObject({
          items: [{ unit_price: 9 }],
          pricing: { changes: [], threshold: { held: null, next: { missing: "5.00" } } },
        })
      })

      it("hold in stock routes, also when Medusa prices the cart anew", async () => {
        const id = await newCart()
        await put(id, 4, 5)
        const path = `/store/carts/${id}/line-items`
        const { cart } = (await api.post(path, { variant_id: await variantOf(1), quantity: 2 }, session())).data
        const pricesOf = ({ items }: { items: { unit_price: number }[] }) => items.map(({ unit_price }) => unit_price)
        expect(pricesOf(cart)).toEqual([4.5, 1.5])
        const again = await api.post(`${path}/${cart.items[0].id}`, { quantity: 5 }, session())
        expect([pricesOf(again.data.cart), again.data.cart.pricing.changes.length]).toEqual([[4.5, 1.5], 1])
        const refreshed = await api.post(`/store/carts/${id}`, { region_id: trade.store.region_id, promo_codes: [] }, session())
        expect(pricesOf(refreshed.data.cart)).toEqual([4.5, 1.5])
      })

      it("leave prices of the contract as they are, and count them", async () => {
        await loadRecords(getContainer(), [PRICES_PACKAGE, priceList("c1"), contractPrice("p4", "8")])
        const id = await newCart()
        expect((await put(id, 4, 6)).pricing.threshold).toMatchObject({ total: "48.00", held: null })
        await put(id, 1, 1)
        expect(await stored(id)).toEqual([1.5, 8])
      })

      it("are kept with the order as the reason of its prices, and are never placed unseen", async () => {
        const id = await newCart()
        await put(id, 4, 5)
        await loadRecords(getContainer(), [
          PRICES_PACKAGE,
          threshold("t1", { from_amount: "40", price_type_external_id: "wholesale", document: "Приказ 6" }),
        ])
        expect((await place(id)).data.refusals).toMatchObject([
          { code: "price_changed", details: { old_unit_price: "9", unit_price: "4.50" } },
        ])
        expect((await place(id)).data.order.total).toBe("22.50")
        const [line] = await db()("order_line_item").select("metadata")
        expect(line.metadata.kontor.price.steps[0]).toMatchObject({
          ...{ code: "base_price", price_type_name: "Оптовая" },
          threshold: { basis: "total", from_amount: "40", document: "Приказ 6" },
        })
      })

      it("follow the cart to another contract", async () => {
        const id = await newCart()
        await put(id, 4, 6)
        expect(await stored(id)).toEqual([4.5])
        const other = await internalId(getContainer(), "contract", "c2")
        await db()("contract")
          .where({ id: other })
          .update({
            legal_entity_id: await internalId(getContainer(), "legal_entity", "e1"),
            price_type_id: await internalId(getContainer(), "price_type", "retail"),
          })
        await loadRecords(getContainer(), [
          PRICES_PACKAGE,
          threshold("t3", { scope: { kind: "contract", external_id: "c2" }, from_amount: "60", price_type_external_id: "wholesale" }),
        ])
        const { cart } = (await api.post(`/store/carts/${id}/contract`, { contract_id: other }, session())).data
        expect(cart.lines).toMatchObject([{ changes: [{ code: "price_changed", from: "4.5", to: "9.00" }] }])
        expect((await read(id)).pricing).toMatchObject({
          changes: [],
          threshold: { total: "54.00", held: null, next: { missing: "6.00" } },
        })
      })

      it("are crossed by two that add lines at the same moment", async () => {
        const id = await newCart()
        await put(id, 4, 3)
        await Promise.all([put(id, 1, 5), put(id, 5, 1)])
        expect(await stored(id)).toEqual([1.5, 4.5, 5.5])
      })

      // Without `for update` in lock-cart.ts the stock route settles the cart without the lines that are about to be committed, and those were
      // settled without its own: all lines stay below.
      it("are crossed by a line of a stock route while others wait for their commit", async () => {
        const id = await newCart()
        await put(id, 4, 3)
        await db().raw(`
          create function wait_for_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(4711); return null; end $$;
          create constraint trigger wait_for_test after insert on cart_line_item deferrable initially deferred
            for each row when (new.metadata -> 'kontor' is not null) execute function wait_for_test()`)
        const blocker = await db().transaction()
        await blocker.raw(`select pg_advisory_xact_lock(4711)`)
        const bulk = put(id, 1, 5)
        await untilSomebodyWaits(db())
        const stock = api.post(`/store/carts/${id}/line-items`, { variant_id: await variantOf(5), quantity: 1 }, session())
        await Promise.race([stock, untilSomebodyWaits(db(), 2)])
        await blocker.rollback()
        await Promise.all([bulk, stock])
        await db().raw(`drop trigger wait_for_test on cart_line_item; drop function wait_for_test()`)
        expect(await stored(id)).toEqual([1.5, 4.5, 5.5])
      })
    })
  },
})
