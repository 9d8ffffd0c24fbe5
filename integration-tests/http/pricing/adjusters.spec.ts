import { installPriceAdjusters, installedPriceAdjusters, type PriceAdjuster } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { answerOf } from "../../helpers/answer-of"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, contractPrice, priceList, PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(240_000)

// Contract C-1 of the test supplier is paid in advance.
process.env.PREPAYMENT_BONUS_CONTRACTS = "C-1"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let variants: string[]

    /** Of 1.50, 2.50 and 3.50 a tenth is off, of the second a fifth from 12 on; the first costs 1.20 by its contract from 5 on. */
    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 3)
      await loadRecords(getContainer(), [
        PRICES_PACKAGE,
        priceList("c1", true),
        contractPrice("p1", "1.2", { from_quantity: "5" }),
        adjustment("All"),
        adjustment("Bulk", { from_quantity: "12", value: "-20", target: { offer_external_ids: ["p2"] } }),
      ])
      variants = await Promise.all([1, 2, 3].map((n) => internalId(getContainer(), "offer", `p${n}`)))
    })

    const newCart = async (session = trade.session): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart.id
    const itemsOf = async (cart: string) => (await api.get(`/store/carts/${cart}`, trade.session)).data.cart.items
    const explain = async (n: number, quantity: string, session = trade.session) =>
      (await api.get("/store/prices/explain", { ...session, params: { variant_id: variants[n - 1], quantity, locale: "ru" } })).data
        .explanation

    /** 1.35, 2.25 and 3.15 less two percent; the contract price stays. */
    const PRICES: [n: number, quantity: number, price: string][] = [
      [1, 1, "1.32"],
      [1, 5, "1.20"],
      [2, 6, "2.21"],
      [2, 12, "1.96"],
      [3, 1, "3.09"],
    ]

    describe("a price that a plugin adjusts", () => {
      it("is one number in the catalogue, on the card and in stock routes", async () => {
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries).toMatchObject([
          { price: "1.32", next_price: { from_quantity: "5", price: "1.20" } },
          { price: "2.21", next_price: { from_quantity: "12", price: "1.96" } },
          { price: "3.09", next_price: null },
        ])
        const { entry } = (await api.get(`/store/catalog/${variants[1]}`, trade.session)).data
        expect(entry).toMatchObject({ price: "2.21", next_price: { from_quantity: "12", price: "1.96" } })
        const params = { fields: "*variants.calculated_price", region_id: trade.store.region_id }
        const { products } = (await api.get("/store/products", { ...trade.session, params })).data
        const amounts = products.flatMap(({ variants: own }: { variants: { calculated_price: { calculated_amount: number } }[] }) =>
          own.map(({ calculated_price }) => calculated_price.calculated_amount)
        )
        expect(amounts.sort()).toEqual([1.32, 2.21, 3.09])
      })

      it.each(PRICES)("is the same in a cart, by calculatePrices and explained: product %i, quantity %i", async (n, quantity, price) => {
        const [bulk, stock] = [await newCart(), await newCart()]
        const { data } = await api.post(`/store/carts/${bulk}/lines`, { lines: [{ article: articleOf(n), quantity }] }, trade.session)
        await api.post(`/store/carts/${stock}/line-items`, { variant_id: variants[n - 1], quantity }, trade.session)
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const set: { price_set_id: string } | undefined = await db("catalog_entry")
          .where({ variant_id: variants[n - 1] })
          .first("price_set_id")
        const contract_id = await internalId(getContainer(), "contract", "c1")
        const [calculated] = await getContainer()
          .resolve(Modules.PRICING)
          .calculatePrices({ id: [set?.price_set_id ?? ""] }, { context: { currency_code: "rub", contract_id, quantity } })
        const inCarts = await Promise.all([bulk, stock].map(async (cart) => (await itemsOf(cart))[0].unit_price))
        expect([data.lines[0].unit_price, ...inCarts, calculated?.calculated_amount, (await explain(n, String(quantity))).price]).toEqual([
          price,
          ...Array.from({ length: 3 }, () => Number(price)),
          price,
        ])
      })

      it("is explained in the plugin's own words, and the order keeps them", async () => {
        const { steps } = await explain(2, "6")
        expect(steps).toMatchObject([
          { code: "base_price", amount: "2.500000" },
          { code: "adjusted", amount: "2.25", name: "All" },
          { code: "adjusted_by_plugin", amount: "2.205000", plugin: "prepayment-bonus", reason: { en: "Paid in advance: 2% off" } },
          { code: "rounded", amount: "2.21" },
        ])
        expect(steps[2].text).toMatch(/^Предоплата: скидка 2 %: 2,205/)
        const cart = await newCart()
        await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(2), quantity: 6 }] }, trade.session)
        const { order } = (await api.post(`/store/carts/${cart}/complete`, {}, trade.session)).data
        expect(order.total).toBe("13.26")
        const kept = await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)
          .raw<{ rows: { price: object }[] }>(`select metadata #> '{kontor,price,steps}' as price from order_line_item`)
        expect(kept.rows).toMatchObject([{ price: [{}, {}, { code: "adjusted_by_plugin", plugin: "prepayment-bonus" }, {}] }])
      })

      it("is adjusted for the contracts that the options name, and for no others", async () => {
        const other = await trade.hire("2")
        expect((await explain(3, "1", other)).price).toBe("3.15")
      })
    })

    describe("adjusters", () => {
      const standing = () => [...installedPriceAdjusters()]
      let before: ReturnType<typeof standing>
      beforeEach(() => {
        before = standing()
      })
      afterEach(() => installPriceAdjusters(before))
      const add = (name: string, adjuster: PriceAdjuster, timeout_ms = 500) =>
        installPriceAdjusters([...before, { name, adjuster, timeout_ms }])
      const because = { en: "Because", ru: "Потому что" }

      it("run by their order, each upon the result so far, and see what is asked for as a set", async () => {
        const seen: number[] = []
        add("ten-kopecks-up", {
          order: 200,
          adjust: async (lines, { contract, day }) => {
            seen.push(lines.length)
            expect([contract.number, day]).toEqual(["C-1", expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)])
            return new Map(lines.map(({ amount }, place) => [place, { amount: (Number(amount) + 0.1).toFixed(6), reason: because }]))
          },
        })
        const { entries } = (await api.get("/store/catalog?sort=article", trade.session)).data
        expect(entries.map(({ price }: { price: string }) => price)).toEqual(["1.42", "2.31", "3.19"])
        // Three products at one piece, two of them at the next quantity, one by the pack.
        expect(seen).toEqual([6])
        const { steps } = await explain(3, "1")
        expect(steps.map(({ plugin }: { plugin?: string }) => plugin).filter(Boolean)).toEqual(["prepayment-bonus", "ten-kopecks-up"])
      })

      it("may go by the quantity of the line, and a line that is put by a bulk route costs what it does everywhere else", async () => {
        add("by-the-dozen", {
          adjust: async (lines) =>
            new Map(
              lines.flatMap(({ quantity }, place) => (Number(quantity) < 12 ? [] : [[place, { amount: "1", reason: because }] as const]))
            ),
        })
        expect((await explain(3, "12")).price).toBe("1.00")
        const cart = await newCart()
        const { data } = await api.post(`/store/carts/${cart}/lines`, { lines: [{ article: articleOf(3), quantity: 12 }] }, trade.session)
        expect(data.lines).toMatchObject([{ unit_price: "1.00" }])
        const read = (await api.get(`/store/carts/${cart}`, trade.session)).data.cart
        expect([read.items[0].unit_price, read.pricing.changes]).toEqual([1, []])
        const contract_id = await internalId(getContainer(), "contract", "c1")
        const moved = (await api.post(`/store/carts/${cart}/contract`, { contract_id }, trade.session)).data
        expect([moved.cart.is_moved, moved.cart.lines]).toEqual([true, []])
        const { order } = (await api.post(`/store/carts/${cart}/complete`, {}, trade.session)).data
        expect(order.total).toBe("12.00")
      })

      it.each<[string, PriceAdjuster["adjust"]]>([
        ["throws", () => Promise.reject(new TypeError("of undefined"))],
        ["takes too long", () => new Promise(() => undefined)],
        ["answers a price below zero", () => Promise.resolve(new Map([[0, { amount: "-1", reason: because }]]))],
        ["answers a float", () => Promise.resolve(new Map([[0, { amount: "1e-7", reason: because }]]))],
        ["answers for a line that is not there", () => Promise.resolve(new Map([[99, { amount: "1", reason: because }]]))],
        ["gives no reason", () => Promise.resolve(new Map([[0, { amount: "1", reason: { en: "", ru: "" } }]]))],
      ])("stop the request with a code when one %s: no price rather than a wrong one", async (_, adjust) => {
        add("defective", { adjust }, 50)
        const refused = await answerOf(api.get("/store/catalog", trade.session))
        expect(refused).toMatchObject({
          status: 500,
          data: { code: "price_adjuster_failed", message: expect.stringMatching(/"defective".*contract C-1/) },
        })
      })
    })
  },
})
