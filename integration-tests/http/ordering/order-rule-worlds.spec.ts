import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { readSellables } from "../../../src/database/ordering/read-sellables"
import { entryDetails } from "../../../src/database/queries/entry-details"
import { DAY, ENTRIES, insertShelves, insertWorld, PATHS, worlds } from "../pricing/world"
import { naiveQuantityRule, type NaiveOrderRule, type NaiveRuledEntry } from "./naive-quantity-rule"

jest.setTimeout(240_000)

const OFFSET = 900_000
const WORLDS = 150

const PIECE = { code: "796", name: "шт", coefficient: 1, is_base: true }
const PACK = { code: "778", name: "упак", coefficient: 12, is_base: false }
const KILOGRAM = { code: "166", name: "кг", coefficient: 1, is_base: true }
/** By place of the entry. One without units is sold by the piece. */
const UNITS = [[PIECE, PACK], [PIECE, { ...PACK, coefficient: 6 }], [KILOGRAM], [PIECE], [PIECE, PACK], []]

const quantities = fc.constantFrom(null, null, 1, 2, 5, 12)
const scopes = fc.constantFrom<[NaiveOrderRule["scope"], string]>(
  ["contract", "c0"], ["contract", "c1"], ["legal_entity", "e-c0"], ["legal_entity", "e-c2"], ["holding", "h0"], ["holding", "h1"],
  ["client_category", "k0"], ["client_category", "k1"], ["region", "North"], ["region", "South"], ["everyone", ""], ["everyone", ""]
) // prettier-ignore
const targets = fc.oneof(
  fc.integer({ min: 1, max: ENTRIES.length }).map((entry) => ({ entry, category: null })),
  fc.constantFrom(...Object.keys(PATHS)).map((category) => ({ entry: null, category })),
  fc.constant({ entry: null, category: null })
)
const rules: fc.Arbitrary<NaiveOrderRule[]> = fc
  .array(
    fc
      .record({
        scope: scopes,
        target: targets,
        unit: fc.constantFrom(null, null, "796", "778", "166"),
        multiplicity: quantities,
        minimum: fc.oneof(quantities, fc.constant(0)),
        maximum: quantities,
      })
      .filter(({ multiplicity, minimum, maximum }) => multiplicity !== null || minimum !== null || maximum !== null),
    { maxLength: 25 }
  )
  .map((list) =>
    list.map(({ scope: [scope, scopeId], target, ...rest }, index) => ({
      ...rest,
      ...target,
      scope,
      scopeId,
      id: `ordr_${String(index).padStart(3, "0")}`,
    }))
  )
const owns = fc.array(
  fc.record({
    multiplicity: fc.constantFrom(1, 1, 6),
    minimum: fc.constantFrom(0, 0, 10),
    maximum: fc.constantFrom(null, null, 60),
  }),
  { minLength: ENTRIES.length, maxLength: ENTRIES.length }
)

/** Thrown so that a world leaves nothing behind. */
class Undo extends Error {}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await insertShelves(db, OFFSET)
      await db("product").insert({ id: "p", title: "Product", handle: "p" })
      await db("product_variant").insert(ENTRIES.map((_, index) => ({ id: `v${index}`, title: `V${index}`, product_id: "p" })))
      await db("sales_unit").insert(UNITS.flatMap((units, index) => units.map((unit) => ({ entry_key: OFFSET + index + 1, ...unit }))))
    })

    async function insertRules(trx: Knex, ruled: NaiveOrderRule[], own: NaiveRuledEntry["own"][]): Promise<void> {
      const names = Object.keys(PATHS)
      const rows = ruled.map(({ scope, scopeId, entry, category, unit, ...row }) => ({
        ...row,
        ...{ scope_kind: scope, scope_id: scopeId, unit_code: unit, source: "erp" },
        entry_key: entry === null ? null : OFFSET + entry,
        category_key: category === null ? null : OFFSET + names.indexOf(category),
      }))
      if (rows.length) {
        await trx("order_rule").insert(rows)
      }
      await trx("quantity_rule").insert(own.map((row, index) => ({ entry_key: OFFSET + index + 1, ...row })))
    }

    it("says of any rules what the written precedence says, in carts and in the catalogue alike", async () => {
      await fc.assert(
        fc.asyncProperty(worlds, rules, owns, async (world, ruled, own) => {
          const attempt = db.transaction(async (trx) => {
            await insertWorld(trx, world, OFFSET)
            await insertRules(trx, ruled, own)
            const entry_keys = ENTRIES.map((_, index) => OFFSET + index + 1)
            for (const contract of world.contracts) {
              const wanted = ENTRIES.map(({ path }, index) => {
                const units = UNITS[index]?.length ? (UNITS[index] ?? []) : [PIECE]
                const entry = { key: index + 1, path, units, own: own[index] ?? { multiplicity: 1, minimum: 0, maximum: null } }
                return { variant_id: `v${index}`, ...naiveQuantityRule(contract, entry, ruled) }
              })
              const query = { contract_id: contract.id, warehouse_ids: [], sight: null }
              const sellables = await readSellables(trx, { ...query, entry_keys, sales_channel_id: null })
              const { entries } = await entryDetails(trx, { ...query, keys: entry_keys, day: DAY, currency_code: contract.currency })
              for (const found of [sellables, entries]) {
                const told = found.map(({ variant_id, multiplicity, minimum, maximum }) => ({ variant_id, multiplicity, minimum, maximum }))
                expect(told.sort((a, b) => (a.variant_id < b.variant_id ? -1 : 1))).toEqual(wanted)
              }
            }
            throw new Undo()
          })
          await attempt.catch((error: unknown) => {
            if (!(error instanceof Undo)) {
              throw error
            }
          })
        }),
        { numRuns: WORLDS }
      )
    })
  },
})
