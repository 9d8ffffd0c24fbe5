import type { ErpPrice, ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId, priceOf } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { orderForm } from "../../helpers/order-form"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE, threshold } from "../../helpers/price-records"

jest.setTimeout(240_000)

const WORLDS = 8
const PRODUCTS = [1, 3, 4]

const amounts = fc.integer({ min: 1, max: 2_000_000 }).map((ten_thousandths) => (ten_thousandths / 1e4).toFixed(4))
const quantities = fc.constantFrom("0", "2", "5")
const scopes = fc.constantFrom(
  { kind: "everyone" as const, external_id: null },
  { kind: "legal_entity" as const, external_id: "e1" },
  { kind: "contract" as const, external_id: "c1" }
)
const offers = fc.subarray(PRODUCTS.map((n) => `p${n}`), { minLength: 1 }) // prettier-ignore

/** A price of the dealers' type, plain unless it is told otherwise. */
const typePrice = (n: number, data: Pick<ErpPrice, "amount"> & Partial<ErpPrice>): ErpRecord => ({
  ...{ kind: "price", offer_external_id: `p${n}`, price_type_external_id: "wholesale", currency_code: "rub", coefficient: "1" },
  ...data,
})

/** Terms of contract c1: prices of its type by unit and quantity, a full list of its own prices, adjustments and thresholds, each of which replaces that of the world before. */
const terms = fc
  .record({
    prices: fc.uniqueArray(fc.tuple(fc.constantFrom(...PRODUCTS), quantities, amounts), {
      maxLength: 3,
      selector: ([n, from]) => `${n} ${from}`,
    }),
    adjustments: fc.array(
      fc.record({
        scope: scopes,
        value: fc.integer({ min: -400, max: 200 }),
        from_quantity: quantities,
        is_stacking: fc.boolean(),
        offers,
      }),
      { minLength: 3, maxLength: 3 }
    ),
    bounds: fc.tuple(fc.constantFrom("3", "7"), fc.constantFrom("20", "60", "500")),
    threshold_scope: scopes,
    type: fc.constantFrom("retail", "wholesale"),
    tiers: fc.array(fc.record({ n: fc.constantFrom(...PRODUCTS), unit: fc.constantFrom("1", "2", "4"), from: fc.constantFrom("3", "6"), amount: amounts }), { maxLength: 4 }), // prettier-ignore
    quantity: fc.integer({ min: 1, max: 9 }),
  })
  .map(({ prices, adjustments, bounds: [units, money], threshold_scope: scope, type, tiers, quantity }) => {
    const records: ErpRecord[] = [
      PRICES_PACKAGE,
      ...PRODUCTS.map((n) => typePrice(n, { amount: priceOf(n) })),
      ...tiers.map(({ n, unit, from, amount }) =>
        typePrice(n, { amount, coefficient: unit, from_quantity: unit === "1" ? from : undefined })
      ),
      priceList("c1", true),
      ...prices.map(([n, from_quantity, amount]) => contractPrice(`p${n}`, amount, { from_quantity })),
      ...adjustments.map(({ value, offers: offer_external_ids, ...rest }, index) =>
        adjustment(`a${index}`, { ...rest, value: (value / 10).toFixed(1), target: { offer_external_ids } })
      ),
      threshold("t0", { scope, basis: "quantity", from_amount: units, currency_code: null, price_type_external_id: type }),
      threshold("t1", { scope, from_amount: money, price_type_external_id: type }),
    ]
    return { records, quantity }
  })

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    it("gives one price for a product, a quantity and a cart, whichever way it is asked for", async () => {
      const container = getContainer()
      const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { session, store } = await createTrade(container, api)
      const staff = await createStaffSession(container)
      const contract_id = await internalId(container, "contract", "c1")
      const variants = new Map(await Promise.all(PRODUCTS.map(async (n) => [n, await internalId(container, "offer", `p${n}`)] as const)))
      const get = async (path: string, params: object = {}) => (await api.get(path, { ...session, params })).data
      const post = async (path: string, body: unknown) => (await api.post(path, body, session)).data
      const newCart = async (): Promise<string> => (await post("/store/carts", { region_id: store.region_id })).cart.id
      const itemsOf = async (id: string) =>
        new Map<string, string>(
          (await get(`/store/carts/${id}`)).cart.items.map((item: { variant_sku: string; unit_price: number }) => [
            item.variant_sku,
            item.unit_price.toFixed(2),
          ])
        )
      const calculate = async (n: number, quantity: number): Promise<string | undefined> => {
        const { price_set_id } = await db("catalog_entry")
          .where({ variant_id: variants.get(n) })
          .first("price_set_id")
        const context = { currency_code: "rub", contract_id, quantity }
        const [price] = await container.resolve(Modules.PRICING).calculatePrices({ id: [price_set_id] }, { context })
        return price && Number(price.calculated_amount).toFixed(2)
      }

      /** A cart of one line, whose sum reaches what it reaches, put together in three ways and placed. */
      async function inCarts(n: number, quantity: number): Promise<{ price: string; reached: boolean }> {
        const [bulk, stock, file] = [await newCart(), await newCart(), await newCart()]
        const { lines, pricing } = await post(`/store/carts/${bulk}/lines`, { lines: [{ article: articleOf(n), quantity }] })
        await post(`/store/carts/${stock}/line-items`, { variant_id: variants.get(n), quantity })
        await post(`/store/carts/${file}/order-form`, orderForm([["Артикул", "Количество"], [articleOf(n), quantity]])) // prettier-ignore
        const price = lines[0].unit_price
        const found = [await itemsOf(bulk), await itemsOf(stock), await itemsOf(file)].map((items) => items.get(articleOf(n)))
        const { order } = await post(`/store/carts/${bulk}/complete`, {})
        const [line] = (await get(`/store/company-orders/${order.id}`)).order.lines
        expect([n, quantity, ...found, line.unit_price]).toEqual([n, quantity, price, price, price, price])
        return { price, reached: pricing.threshold?.held != null }
      }

      const inWorld = async ({ records, quantity }: { records: ErpRecord[]; quantity: number }): Promise<void> => {
        await loadRecords(container, records)
        const { entries } = await get("/store/catalog", { sort: "article" })
        const { products } = await get("/store/products", { fields: "*variants.calculated_price", region_id: store.region_id })
        for (const n of PRODUCTS) {
          const variant_id = variants.get(n)
          const listed = entries.find((entry: { variant_id: string }) => entry.variant_id === variant_id).price
          const found = (await get("/store/catalog", { q: articleOf(n) })).entries[0].price
          const card = (await get(`/store/catalog/${variant_id}`)).entry.price
          const ofStock = products
            .flatMap((product: { variants: { id: string; calculated_price: { calculated_amount: number } }[] }) => product.variants)
            .find(({ id }: { id: string }) => id === variant_id).calculated_price.calculated_amount
          const ofOne = [found, card, ofStock.toFixed(2), await calculate(n, 1)]
          expect([n, ...ofOne]).toEqual([n, ...ofOne.map(() => listed)])
          const params = { variant_id, quantity: String(quantity) }
          const told = (await get("/store/prices/explain", params)).explanation.price
          const toStaff = (await api.get("/admin/price-explanation", { ...staff, params: { ...params, contract_id } })).data.explanation
            .price
          expect([n, toStaff, await calculate(n, quantity)]).toEqual([n, told, told])
          const { price, reached } = await inCarts(n, quantity)
          if (!reached) {
            expect([n, quantity, price]).toEqual([n, quantity, told])
          }
        }
      }
      await fc.assert(fc.asyncProperty(terms, inWorld), { numRuns: WORLDS, endOnFailure: true })
    })
  },
})
