import { today } from "@kontor/framework"
import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { isKeptForTest, keepForTest } from "../../../src/database/queries/price/with-kept-adjustments"
import { pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { adjustment, PRICES_PACKAGE } from "../../helpers/price-records"

jest.setTimeout(180_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let db: Knex
    /** As another server has it. */
    let elsewhere: Knex
    let contract_id: string
    let entry: { key: number; price_set_id: string; variant_id: string }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 1)
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      elsewhere = knex({ client: "pg", connection: db.client.connectionSettings, pool: { min: 0, max: 3 } })
      contract_id = await internalId(getContainer(), "contract", "c1")
      await loadRecords(getContainer(), [PRICES_PACKAGE, adjustment("Ten percent less")])
      entry = await db("catalog_entry")
        .where({ variant_id: await internalId(getContainer(), "offer", "p1") })
        .first("key", "price_set_id", "variant_id")
      await keepForTest(db)
    })

    afterEach(() => elsewhere.destroy())

    /** By the engine, by Medusa's own service and by the catalogue; all must agree. */
    async function price(): Promise<string | null> {
      const lines = [{ entry_key: entry.key, quantity: "1" }]
      const [line] = await pricesOfLines(db, { contract_id, currency_code: "rub", day: today(), lines })
      const context = { currency_code: "rub", contract_id }
      const [set] = await getContainer()
        .resolve(Modules.PRICING)
        .calculatePrices({ id: [entry.price_set_id] }, { context })
      const { entries } = (await api.get("/store/catalog", trade.session)).data
      expect([set?.raw_calculated_amount?.value ?? null, entries[0].price]).toEqual([line?.price, line?.price])
      return line?.price ?? null
    }

    it("are taken from memory while they are as they were", async () => {
      expect(await price()).toBe("1.35")
      expect(isKeptForTest(db)).toBe(true)
    })

    it.each([
      ["changed", "update price_adjustment set value = -20", "1.20"],
      ["deleted", "delete from price_adjustment", "1.50"],
      ["all gone", "truncate price_adjustment", "1.50"],
      [
        "joined by a nearer one",
        `insert into price_adjustment (id, name, scope_kind, scope_id, specificity, kind, value, source)
          select 'padj_near', 'Near', 'contract', id, 6, 'percent', -50, 'portal' from contract where number = 'C-1'`,
        "0.75",
      ],
    ])("hold as they are at the next call where another server has them %s", async (_how, change, expected) => {
      expect(await price()).toBe("1.35")
      await elsewhere.raw(change)
      expect(await price()).toBe(expected)
      expect(isKeptForTest(db)).toBe(false)
    })

    it("hold as they were until a change is committed, and nobody waits for anybody who changes others", async () => {
      await elsewhere.raw(`insert into price_adjustment (id, name, scope_kind, specificity, kind, value, source)
        values ('padj_other', 'Other', 'everyone', 6, 'percent', 0, 'portal')`)
      await keepForTest(db)
      expect(await price()).toBe("1.50")
      const first = await elsewhere.transaction()
      const second = await elsewhere.transaction()
      await first.raw("update price_adjustment set value = -20 where id <> 'padj_other'")
      await second.raw("update price_adjustment set value = -40 where id = 'padj_other'")
      expect(await price()).toBe("1.50")
      expect(isKeptForTest(db)).toBe(true)
      await second.commit()
      await keepForTest(db)
      expect(await price()).toBe("0.90")
      await first.commit()
      expect(await price()).toBe("0.90")
      expect(isKeptForTest(db)).toBe(false)
      expect((await db("price_rule_change").count())[0]).toEqual({ count: "2" })
      await elsewhere.raw("update price_adjustment set value = -30 where id <> 'padj_other'")
      expect((await db("price_rule_change").count())[0]).toEqual({ count: "1" })
    })

    it("stay as they are after a change that is taken back", async () => {
      await elsewhere
        .transaction(async (trx) => {
          await trx.raw("update price_adjustment set value = -20")
          throw new Error("taken back")
        })
        .catch(() => null)
      expect(await price()).toBe("1.35")
      expect(isKeptForTest(db)).toBe(true)
    })

    it("are read by a transaction as it has changed them, again and again, beside others that have too", async () => {
      const lines = [{ entry_key: entry.key, quantity: "1" }]
      const asked = { contract_id, currency_code: "rub", day: today(), lines }
      await db.transaction(
        async (trx) => {
          for (const [value, expected] of [
            [-20, "1.20"],
            [-40, "0.90"],
          ] as const) {
            await trx("price_adjustment").update({ value })
            expect((await pricesOfLines(trx, asked))[0]?.price).toBe(expected)
          }
        },
        { isolationLevel: "repeatable read" }
      )
      expect(await price()).toBe("0.90")
    })

    it("follow a category that moves: of two the deeper one goes first", async () => {
      await db.raw(
        `insert into product_category (id, name, handle, mpath) values ('one', 'One', 'one', 'one'), ('two', 'Two', 'two', 'above.two')`
      )
      const { rows } = await db.raw<{ rows: { key: number }[] }>(
        "insert into catalog_category (category_id) values ('one'), ('two') returning key"
      )
      const [one, two] = rows.map(({ key }) => key)
      await db("catalog_entry")
        .where({ key: entry.key })
        .update({ category_keys: [one, two] })
      const common = { scope_kind: "everyone", specificity: 5, kind: "percent", source: "portal" }
      await db("price_adjustment").insert([
        { ...common, id: "padj_one", name: "One", category_key: one, value: -20 },
        { ...common, id: "padj_two", name: "Two", category_key: two, value: -40 },
      ])
      await keepForTest(db)
      expect(await price()).toBe("0.90")
      await elsewhere.raw("update product_category set name = 'Uno' where id = 'one'")
      expect(await price()).toBe("0.90")
      expect(isKeptForTest(db)).toBe(true)
      await elsewhere.raw("update product_category set mpath = 'far.above.one' where id = 'one'")
      expect(await price()).toBe("1.20")
      expect(isKeptForTest(db)).toBe(false)
    })
  },
})
