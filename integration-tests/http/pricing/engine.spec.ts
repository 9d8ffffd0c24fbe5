import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { explainedPrices } from "../../../src/database/queries/explained-prices"
import { forgetForTest, isKeptForTest, keepForTest } from "../../../src/database/queries/price/with-kept-adjustments"
import { FEW_ENTRIES } from "../../../src/database/queries/price/price-facts"
import { pricesForPriceSets } from "../../../src/database/queries/prices-for-price-sets"
import { type LinePriceQuery, pricesOfLines } from "../../../src/database/queries/prices-of-lines"
import { nextStep } from "../../../src/modules/contract-pricing/rules/price-ladder"
import { priceCart } from "../../../src/workflows/cart/price-cart"
import {
  naiveCart,
  type NaiveContract,
  naiveDiscount,
  naiveNext,
  naivePassed,
  naivePrice,
  naiveRetail,
  naiveWithheld,
  type PriceWorld,
} from "./naive-price"
import { DAY, ENTRIES, insertShelves, insertWorld, worlds } from "./world"

jest.setTimeout(240_000)

const OFFSET = 900_000
const QUANTITIES = [0, 0.5, 1, 2, 9, 10, 12]
const WORLDS = 250

/** Entries that nobody knows: among so many a line is priced by the statement that is written for many. */
const CROWD = Array.from({ length: FEW_ENTRIES + 1 }, (_, index) => ({ entry_key: OFFSET + 1_000 + index, quantity: "1" }))

/** Thrown so that a world leaves nothing behind. */
class Undo extends Error {}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    let db: Knex

    beforeEach(async () => {
      db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await insertShelves(db, OFFSET)
    })

    async function inWorld(world: PriceWorld, check: (trx: Knex.Transaction) => Promise<void>): Promise<void> {
      await db
        .transaction(async (trx) => {
          await insertWorld(trx, world, OFFSET)
          await check(trx)
          throw new Undo()
        })
        .catch((error: unknown) => {
          if (!(error instanceof Undo)) {
            throw error
          }
        })
    }

    const asked = ENTRIES.flatMap((entry, index) => QUANTITIES.map((quantity) => ({ entry, key: index + 1, quantity })))

    /** What both implementations say of every contract, entry and quantity of a world. */
    async function compare(trx: Knex, world: PriceWorld): Promise<void> {
      for (const contract of world.contracts) {
        const lines = asked.map(({ key, quantity }) => ({ entry_key: OFFSET + key, quantity: String(quantity) }))
        const query = { contract_id: contract.id, currency_code: contract.currency, day: DAY, lines }
        const exact = await pricesOfLines(trx, query)
        const ladder = await pricesOfLines(trx, query, "ladder")
        const found = asked.map(({ key, quantity }, index) => [
          contract.id,
          key,
          quantity,
          exact[index]?.price,
          exact[index]?.retail_price,
          exact[index]?.discount_percent,
          nextStep(ladder[index]?.steps ?? []),
          exact[index]?.withheld,
        ])
        const wanted = asked.map(({ key, entry, quantity }) => {
          const price = naivePrice(world, contract, key, entry, quantity, DAY)
          const retail = naiveRetail(world, contract, key, DAY)
          return [
            ...[contract.id, key, quantity, price, retail],
            naiveDiscount(world, contract, entry, [price, retail]),
            naiveNext(world, contract, key, entry, quantity, DAY),
            naiveWithheld(world, contract, entry, DAY),
          ]
        })
        expect(found).toEqual(wanted)
        expect(ladder.map(({ price }) => price)).toEqual(exact.map(({ price }) => price))
        await keepForTest(trx)
        expect(await pricesOfLines(trx, query, "ladder")).toEqual(ladder)
        expect(await bySets(trx, query)).toEqual(exact.map(({ price }) => price))
        expect(isKeptForTest(trx)).toBe(true)
        forgetForTest(trx)
        const inCrowd = await pricesOfLines(trx, { ...query, lines: [...lines, ...CROWD] }, "ladder")
        expect(inCrowd.slice(0, lines.length)).toEqual(ladder)
        const explained = await explainedPrices(trx, query)
        expect(explained.map(({ steps, withheld }) => [steps.at(-1)?.amount ?? null, withheld])).toEqual(
          exact.map(({ price, withheld }) => [price, withheld])
        )
        const bases = explained.map(({ steps }) => steps.find((step) => step.code === "base_price"))
        expect(bases.map((base) => base && (base.passed_over ?? []).map(({ id, reason }) => [id, reason]))).toEqual(
          bases.map((base, index) => {
            const { key = 0, quantity = 0 } = asked[index] ?? {}
            return base && (base.threshold ? [] : naivePassed(world, contract, key, quantity))
          })
        )
        expect(await bySets(trx, query)).toEqual(exact.map(({ price }) => price))
        await compareCart(trx, world, contract)
      }
    }

    /** The prices of the same lines as Medusa asks for them: those of one quantity at once, by a statement that brings what holds at it alone. */
    async function bySets(trx: Knex, query: LinePriceQuery): Promise<(string | null)[]> {
      const price_set_ids = ENTRIES.map((_entry, index) => `ps${index + 1}`)
      const setOf = (entryKey: number) => `ps${entryKey - OFFSET}`
      const found = new Map<string, string>()
      for (const quantity of new Set(query.lines.map((line) => line.quantity))) {
        const { prices, foreign_ids } = await pricesForPriceSets(trx, { ...query, price_set_ids, quantity, cart_id: null })
        expect(foreign_ids).toEqual([])
        for (const [id, { raw_calculated_amount }] of prices) {
          found.set(`${id} ${quantity}`, String(raw_calculated_amount?.value))
        }
      }
      return query.lines.map(({ entry_key, quantity }) => found.get(`${setOf(entry_key)} ${quantity}`) ?? null)
    }

    /** Carts of every size: one line, two of them, and all, whose sums lie on either side of most thresholds. */
    async function compareCart(trx: Knex, world: PriceWorld, contract: NaiveContract): Promise<void> {
      for (const cart of [asked.slice(1, 2), asked.slice(8, 10), asked]) {
        const lines = cart.map(({ key, quantity }, index) => ({
          ...{ id: String(index), entry_key: OFFSET + key, quantity: String(quantity), is_listed: true },
        }))
        const terms = { id: contract.id, currency_code: contract.currency }
        const { prices, threshold_ids } = await priceCart(trx, { terms, day: DAY, lines })
        const wanted = naiveCart(world, contract, cart, DAY)
        expect(lines.map(({ id }) => prices.get(id)?.price)).toEqual(wanted)
        const query = { contract_id: contract.id, currency_code: contract.currency, day: DAY, threshold_ids, lines }
        expect(await bySets(trx, query)).toEqual(wanted)
        const explained = await explainedPrices(trx, query)
        expect(explained.map(({ steps }) => steps.at(-1)?.amount ?? null)).toEqual(wanted)
      }
    }

    it("gives in any world the prices and the next steps that a naive reading of the precedence gives", async () => {
      await fc.assert(
        fc.asyncProperty(worlds, (world) => inWorld(world, (trx) => compare(trx, world))),
        { numRuns: WORLDS }
      )
    })

    it("gives the same prices whatever order rows were written in", async () => {
      const turned = (world: PriceWorld): PriceWorld => ({
        ...world,
        typePrices: [...world.typePrices].reverse(),
        tiers: [...world.tiers].reverse(),
        contractPrices: [...world.contractPrices].reverse(),
        adjustments: [...world.adjustments].reverse(),
        thresholds: [...world.thresholds].reverse(),
      })
      await fc.assert(
        fc.asyncProperty(worlds, (world) => inWorld(turned(world), (trx) => compare(trx, world))),
        { numRuns: WORLDS / 10 }
      )
    })
  },
})
