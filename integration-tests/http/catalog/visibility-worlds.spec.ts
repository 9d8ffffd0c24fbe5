import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { catalogPageKeys, type CatalogPageQuery } from "../../../src/database/queries/catalog-page-keys"
import { listCategories } from "../../../src/database/queries/list-categories"
import { assortmentOfContract } from "../../../src/database/visibility/make-assortment"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import {
  CATEGORIES,
  changeEntries,
  CONTRACTS,
  entryKey,
  insertEntries,
  insertRules,
  insertShelves,
  naivelySees,
  type VisibilityWorld,
  worlds,
} from "./visibility-world"

jest.setTimeout(240_000)

const WORLDS = 300

/** Thrown so that a world leaves nothing behind. */
class Undo extends Error {}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await insertShelves(db)
    })

    async function inWorld(task: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
      await db
        .transaction(async (trx) => {
          await task(trx)
          throw new Undo()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) {
            throw error
          }
        })
    }

    /** What the naive implementation lets a contract see of a category, by key; null = the whole catalogue. */
    function seen(world: VisibilityWorld, contract: string, category: string | null): number[] {
      const within = (placed: string[]) => category === null || placed.some((each) => each === category || each.startsWith(`${category}.`))
      return world.entries.flatMap((entry, index) =>
        entry.listed && within(entry.categories) && naivelySees(world, contract, entry) ? [entryKey(index)] : []
      )
    }

    async function compare(trx: Knex, world: VisibilityWorld): Promise<void> {
      for (const contract of CONTRACTS) {
        const sight = await assortmentOfContract(trx, { contract_id: contract })
        const page = async (query: Partial<CatalogPageQuery>) =>
          catalogPageKeys(trx, { q: "", category_id: null, sort: "newest", limit: 100, offset: 0, sight, ...query })
        const newestFirst = (category: string | null) => seen(world, contract, category).reverse()
        const all = newestFirst(null)
        expect([contract, await page({})]).toEqual([contract, { total: all.length, keys: all }])
        expect(await page({ q: "entry" })).toEqual({ total: all.length, keys: all })
        expect((await page({ offset: 2, limit: 3 }))?.keys).toEqual(all.slice(2, 5))
        for (const category of CATEGORIES) {
          const keys = newestFirst(category)
          const expected = keys.length === 0 && sight ? null : { total: keys.length, keys }
          expect([contract, category, await page({ category_id: category })]).toEqual([contract, category, expected])
        }
        const counts = CATEGORIES.map((category) => [category, seen(world, contract, category).length])
        const tree = (await listCategories(trx, sight)).map(({ id, entry_count }) => [id, entry_count])
        expect(Object.fromEntries(tree)).toEqual(Object.fromEntries(counts.filter(([, count]) => !sight || count !== 0)))
      }
    }

    it("shows each contract what the rules say, in lists, search, categories and their counts, and goes on so when goods change", async () => {
      await fc.assert(
        fc.asyncProperty(worlds, async ({ rules, entries, later }) => {
          await inWorld(async (trx) => {
            await insertEntries(trx, entries)
            await insertRules(trx, rules)
            await compare(trx, { rules, entries })
            await changeEntries(trx, later)
            await compare(trx, { rules, entries: later })
            const [, ...fewer] = rules
            await trx("visibility_rule").where({ id: "vrul_0" }).update({ deleted_at: new Date() })
            await compare(trx, { rules: fewer, entries: later })
          })
        }),
        { numRuns: WORLDS, seed: 5 }
      )
    })

    // Without the lock on goods the assortment is made at once, and neither it nor the writer knows of the other.
    it("an assortment that is made while goods are being written waits for them, and hides them", async () => {
      const hidden = { categories: ["a"], traits: [], listed: true }
      await insertRules(db, [{ scope: "everyone", scopeId: "", target: "a", shows: false }])
      const writer = await db.transaction()
      await insertEntries(writer, [hidden])
      const made = assortmentOfContract(db, { contract_id: "c0" })
      await untilSomebodyWaits(db, 1, made)
      await writer.commit()
      const page: CatalogPageQuery = { q: "", category_id: null, sort: "name", limit: 10, offset: 0, sight: await made }
      expect(await catalogPageKeys(db, page)).toEqual({ total: 0, keys: [] })
      expect(await catalogPageKeys(db, { ...page, sight: null })).toMatchObject({ total: 1 })
    })
  },
})
