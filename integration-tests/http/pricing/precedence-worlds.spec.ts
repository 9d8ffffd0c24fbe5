import { type ErpRecord, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { refreshCatalogEntries } from "../../../src/database/loads/refresh-catalog-entries"
import { explainedPrices } from "../../../src/database/queries/explained-prices"
import { keepForTest } from "../../../src/database/queries/price/with-kept-adjustments"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { priceCart } from "../../../src/workflows/cart/price-cart"
import { createTrade, internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { PRICES_PACKAGE } from "../../helpers/price-records"
import { type PrecedenceWorld, type Row, WORLDS } from "./precedence-worlds"

jest.setTimeout(600_000)

const PRODUCTS = 4
/** Goods of the worlds. */
const USED = [1, 3, 4]

/** What a world has beside the supplier, and what the next one must not find. */
const LEFT_BEHIND = [
  ...["price_adjustment", "price_threshold", "contract_price", "type_price", "type_price_tier", "exclusive_label", "currency_rate"],
  ...["trait_entry", "price_trait", "product_tags", "product_tag", "erp_digest", "erp_package"],
]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    it("gives the prices that somebody computed by hand from the written precedence", async () => {
      const container = getContainer()
      const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { session } = await createTrade(container, api, PRODUCTS)
      const idOf = (kind: string, externalId: string) => internalId(container, kind, externalId)
      const contract_id = await idOf("contract", "c1")
      const terms = { contract_id, currency_code: "rub", day: today() }
      const productIds = await Promise.all(USED.map((n) => idOf("product", `p${n}`)))

      async function make({ records, region, labels = {}, unpriced = [] }: PrecedenceWorld): Promise<void> {
        for (const table of LEFT_BEHIND) {
          await db(table).delete()
        }
        await db("erp_mapping").whereIn("kind", ["price_adjustment", "price_threshold"]).delete()
        await db("price_type").update({ fallback_id: null, region: null })
        await db("product").update({ metadata: db.raw("metadata - 'manufacturer'") })
        const isUnpriced = (record: ErpRecord) =>
          record.kind === "price" &&
          record.price_type_external_id === "wholesale" &&
          unpriced.some((n) => record.offer_external_id === `p${n}`)
        await loadRecords(
          container,
          supplierRecords(PRODUCTS).filter((record) => !isUnpriced(record))
        )
        await db("contract")
          .where({ id: contract_id })
          .update({ region: region ?? null })
        for (const [n, label] of Object.entries(labels)) {
          await db("product_tag").insert({ id: "ptag_1", value: label }).onConflict().ignore()
          await db("product_tags").insert({ product_id: await idOf("product", `p${n}`), product_tag_id: "ptag_1" })
        }
        await refreshCatalogEntries(db, { productIds })
        await loadRecords(container, [PRICES_PACKAGE, ...records])
        // The explanation brings adjustments itself; prices, the service of Medusa and the catalogue take those that are kept.
        await keepForTest(db)
      }

      const entryOf = async (n: number): Promise<{ key: number; price_set_id: string; variant_id: string }> =>
        db("catalog_entry")
          .where({ variant_id: await idOf("offer", `p${n}`) })
          .first("key", "price_set_id", "variant_id")

      /** The engine, the explanation, Medusa's own service, the route that tells why, and of one base unit the catalogue. */
      async function found([n, quantity]: Row): Promise<{ prices: (string | null)[]; is_orderable: boolean }> {
        const { key, price_set_id, variant_id } = await entryOf(n)
        const lines = [{ entry_key: key, quantity: String(quantity) }]
        const [line] = await pricesOfLines(db, { ...terms, lines }, "ladder")
        const [explained] = await explainedPrices(db, { ...terms, lines })
        const context = { currency_code: "rub", contract_id, quantity }
        const [set] = await container.resolve(Modules.PRICING).calculatePrices({ id: [price_set_id] }, { context })
        const amount = set?.calculated_amount ?? null
        const why = (await api.get("/store/prices/explain", { ...session, params: { variant_id, quantity: String(quantity) } })).data
        const prices = [
          line?.price ?? null,
          explained?.steps.at(-1)?.amount ?? null,
          amount === null ? null : Number(amount).toFixed(2),
          why.explanation.price,
        ]
        if (quantity === 1) {
          const { entries } = (await api.get("/store/catalog?sort=article", session)).data
          prices.push(entries.find((entry: { variant_id: string }) => entry.variant_id === variant_id).price)
        }
        return { prices, is_orderable: line?.is_orderable ?? false }
      }

      async function inCart(rows: Row[]): Promise<(string | null)[]> {
        const lines = await Promise.all(
          rows.map(async ([n, quantity]) => {
            return { id: String(n), entry_key: (await entryOf(n)).key, quantity: String(quantity), is_listed: true }
          })
        )
        const { prices } = await priceCart(db, { terms: { id: contract_id, currency_code: "rub" }, day: today(), lines })
        return rows.map(([n]) => prices.get(String(n))?.price ?? null)
      }

      const wrong: unknown[] = []
      for (const world of WORLDS) {
        await make(world)
        for (const row of world.prices) {
          const [n, , expected] = row
          const { prices, is_orderable } = await found(row)
          if (prices.some((price) => price !== expected) || is_orderable !== !world.unsold?.includes(n)) {
            wrong.push([world.title, row, prices, is_orderable])
          }
        }
        const cart = world.cart ?? []
        const prices = await inCart(cart)
        if (cart.some(([, , expected], index) => prices[index] !== expected)) {
          wrong.push([world.title, "cart", prices])
        }
      }
      expect(wrong).toEqual([])
      expect(WORLDS.length).toBeGreaterThan(60)
    })
  },
})
