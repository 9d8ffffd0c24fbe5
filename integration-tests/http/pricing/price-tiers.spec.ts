import type { ErpPrice, ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { explainedPrices } from "../../../src/database/queries/explained-prices"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { teller } from "../../../src/modules/contract-pricing/rules/tell-price"
import { internalId, supplierRecords } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(240_000)

const PACK = "12"

/** A price of the dealers' type of the third product, whose packs hold twelve; 3.50 as long as nothing else is said. */
const price = (amount: string, data: Partial<ErpPrice> = {}): ErpPrice => ({
  ...{ kind: "price", offer_external_id: "p3", price_type_external_id: "wholesale", currency_code: "rub" },
  ...{ amount, coefficient: "1", ...data },
})

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [PRICES_PACKAGE, ...records])

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await loadRecords(getContainer(), supplierRecords(3))
    })

    async function asked(quantities: string[], offer: string) {
      const variant_id = await internalId(getContainer(), "offer", offer)
      const { rows } = await db.raw<{ rows: { key: number }[] }>(`select key from catalog_entry where variant_id = ?`, [variant_id])
      const contract_id = await internalId(getContainer(), "contract", "c1")
      const lines = quantities.map((quantity) => ({ entry_key: rows[0]?.key ?? 0, quantity }))
      return { contract_id, currency_code: "rub", day: "2026-02-01", lines }
    }

    /** What a piece costs under Contract 1, by the quantity that is asked for. */
    async function pricesAt(quantities: string[], offer = "p3"): Promise<(string | null)[]> {
      return (await pricesOfLines(db, await asked(quantities, offer))).map((line) => line.price)
    }

    async function baseStepsAt(quantities: string[]) {
      const explained = await explainedPrices(db, await asked(quantities, "p3"))
      return explained.map(({ steps }) => steps.find((step) => step.code === "base_price"))
    }

    const tiers = async () => {
      const { rows } = await db.raw<{ rows: object[] }>(
        `select trim_scale(from_quantity)::text as from, trim_scale(coefficient)::text as coefficient, trim_scale(amount)::text as amount
         from type_price_tier order by from_quantity`
      )
      return rows
    }

    const issueCodes = async (): Promise<string[]> => {
      const { rows } = await db.raw<{ rows: { code: string }[] }>(
        `select code from exchange_run_issue where code like 'price%' order by code`
      )
      return rows.map(({ code }) => code)
    }

    describe("a package with prices by unit and quantity", () => {
      it("prices a full pack by its own price, and quantities from where theirs begin", async () => {
        const { counts } = await load(price("3.5"), price("36", { coefficient: PACK }), price("2.5", { from_quantity: "100" }))
        expect(counts["price_tiers"]).toMatchObject({ created: 2, updated: 0, deleted: 0 })
        expect(await pricesAt(["1", "11.999999", "12", "13", "99.999999", "100"])).toEqual(["3.50", "3.50", "3.00", "3.00", "3.00", "2.50"])
        expect(await pricesAt(["100"], "p1")).toEqual(["1.50"])
      })

      it("writes no row when it comes again, also out of another order, and what differs alone otherwise", async () => {
        const said = [price("3.5"), price("36", { coefficient: PACK }), price("2.5", { from_quantity: "100" })]
        await load(...said)
        expect((await load(...said)).written).toEqual({})
        const [, pack] = said
        const { written } = await load(price("2.5", { from_quantity: "100" }), ...(pack ? [pack] : []), price("3.5"))
        expect(Object.keys(written)).toEqual(["erp_digest"])
        const changed = await load(price("3.5"), price("35.4", { coefficient: PACK }), price("2.5", { from_quantity: "100" }))
        expect(changed.counts["price_tiers"]).toMatchObject({ created: 0, updated: 1, deleted: 0 })
        expect(changed.written).toMatchObject({ type_price_tier: 1 })
        expect(changed.written).not.toHaveProperty("type_price")
        expect(await pricesAt(["12"])).toEqual(["2.95"])
      })

      it("takes back the tiers that it does not name of a product and type, and no others", async () => {
        await load(price("3.5"), price("36", { coefficient: PACK }), price("2.5", { from_quantity: "100" }))
        await load(price("1", { offer_external_id: "p1" }), price("7", { price_type_external_id: "retail" }))
        expect(await tiers()).toHaveLength(2)
        await load(price("3.5"), price("2.5", { from_quantity: "100" }))
        expect(await tiers()).toEqual([{ from: "100", coefficient: "1", amount: "2.5" }])
        const gone = await load(price("3.6"))
        expect(gone.counts["price_tiers"]).toMatchObject({ created: 0, updated: 0, deleted: 1 })
        expect(await pricesAt(["1", "100"])).toEqual(["3.60", "3.60"])
      })

      it("takes the price of a unit for the plain one where the type has none of the base unit: that of the smallest", async () => {
        await load(price("36", { coefficient: PACK }))
        expect(await pricesAt(["1", "12"])).toEqual(["3.00", "3.00"])
        expect(await tiers()).toEqual([])
        await load(price("400", { coefficient: "144" }), price("30", { coefficient: PACK }), price("24", { coefficient: PACK }))
        expect(await pricesAt(["1", "143", "144"])).toEqual(["2.00", "2.00", "2.78"])
        await load(price("3"), price("30", { coefficient: PACK }))
        expect(await pricesAt(["1", "12", "144"])).toEqual(["3.00", "2.50", "2.50"])
      })

      it("is told with its unit or quantity where a price is explained", async () => {
        await load(price("3.5"), price("36", { coefficient: PACK }), price("2.5", { from_quantity: "100" }))
        expect((await baseStepsAt(["1", "12", "100"])).map((step) => [step?.amount, step?.tier])).toEqual([
          ["3.500000", undefined],
          ["3", { from_quantity: "12", coefficient: "12", amount: "36.000000", unit: "упак" }],
          ["2.500000", { from_quantity: "100", coefficient: "1", amount: "2.500000", unit: null }],
        ])
        const tell = teller({ locale: "ru", currency_code: "rub", time_zone: "Europe/Moscow" })
        const said = (await baseStepsAt(["12", "100"])).map((step) => (step ? tell.step(step).replaceAll("\u00a0", " ") : ""))
        expect(said[0]).toContain("Вид цены «Оптовая», цена за «упак» из 12 единиц – 36,00 ₽: 3,00 ₽.")
        expect(said[1]).toContain("Вид цены «Оптовая», цена от 100 единиц: 2,50 ₽.")
      })

      it("sells a smaller unit at its own price as long as it is not a whole one", async () => {
        await load(price("3.5"), price("2", { coefficient: "0.5" }))
        expect(await pricesAt(["0.499999", "0.5", "0.999999", "1"])).toEqual(["3.50", "4.00", "4.00", "3.50"])
      })

      it("leaves of two that begin alike the greater unit, and of the same the last word", async () => {
        await load(
          price("3.5"),
          price("24", { coefficient: PACK }),
          price("3", { from_quantity: "12" }),
          price("30", { coefficient: PACK })
        )
        expect(await tiers()).toEqual([{ from: "12", coefficient: "12", amount: "30" }])
      })

      it("of a quantity alone leaves the plain price as it was", async () => {
        await load(price("2.5", { from_quantity: "100" }))
        expect(await pricesAt(["99", "100"])).toEqual(["3.50", "2.50"])
      })

      it("skips what cannot be a price with an issue, and takes that of an unknown offer when it comes", async () => {
        await load(price("3.5"), price("-1", { coefficient: PACK }), price("1", { from_quantity: "0" }))
        expect(await issueCodes()).toEqual(["price_invalid", "price_invalid"])
        expect(await tiers()).toEqual([])
        await load(
          price("3.5"),
          price("100000000000000", { coefficient: PACK }),
          price("1", { coefficient: "0.0000001", from_quantity: "5" })
        )
        expect(await issueCodes()).toEqual(["price_invalid", "price_invalid", "price_invalid", "price_invalid"])
        expect(await tiers()).toEqual([])
        const early = price("1", { offer_external_id: "p4", from_quantity: "10" })
        await load(early)
        expect(await issueCodes()).toContain("price_offer_unknown")
        await loadRecords(getContainer(), supplierRecords(4))
        await load(early)
        expect(await pricesAt(["9", "10"], "p4")).toEqual(["4.50", "1.00"])
      })
    })
  },
})
