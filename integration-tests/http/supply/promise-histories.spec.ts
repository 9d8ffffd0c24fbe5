import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import fc from "fast-check"
import { releaseOfEndedWorkflow } from "../../../src/workflows/supply/release-of-ended"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"
import { brokenFacts, demandFacts, type DemandFact, isWorse } from "./promise-facts"

jest.setTimeout(900_000)

const PRODUCTS = 3
const SUPPLIES = 4

/** `KONTOR_HISTORIES=50` replays more of them, `KONTOR_HISTORY_SEED` others. */
const HISTORIES = Number(process.env.KONTOR_HISTORIES ?? 2)
const SEED = Number(process.env.KONTOR_HISTORY_SEED ?? 1)

const place = fc.nat({ max: 1_000 })
const goods = fc.integer({ min: 1, max: PRODUCTS })
const lines = fc.uniqueArray(
  fc.record({ n: goods, quantity: fc.integer({ min: 0, max: 30 }), arrived: fc.constantFrom(0, 0, 0, 2, 7, 40), halves: fc.boolean() }),
  { selector: ({ n }) => n, maxLength: PRODUCTS }
)
/** What 1C tells of a supply: a late one has a day that is over, `null` has none. */
const told = fc.record({
  kind: fc.constant("supply" as const),
  of: fc.integer({ min: 1, max: SUPPLIES }),
  state: fc.constantFrom("planned", "confirmed", "in_transit", "at_customs", "confirmed", "in_transit", "arrived", "cancelled" as const),
  day: fc.constantFrom(5, 10, 10, 20, 30, -3, null),
  warehouse: fc.constantFrom("near", "near", "far", null),
  is_deleted: fc.constantFrom(false, false, false, false, false, true),
  are_lines_whole: fc.constantFrom(true, true, false),
  lines,
})
/** Several of them at once: what comes with one is served while another moves. */
const together = fc.record({
  kind: fc.constant("together" as const),
  supplies: fc.uniqueArray(told, { selector: ({ of }) => of, minLength: 2, maxLength: SUPPLIES }),
})
const byHand = fc.record({ kind: fc.constant("by hand" as const), day: fc.constantFrom(4, 9, 25), lines })
const again = fc.record({ kind: fc.constant("again" as const), place })
const stock = fc.record({ kind: fc.constant("stock" as const), n: goods, quantity: fc.integer({ min: 0, max: 9 }) })
const order = fc.record({ kind: fc.constant("order" as const), n: goods, quantity: fc.integer({ min: 1, max: 14 }), dealer: fc.boolean() })
const answer = fc.record({ kind: fc.constant("answer" as const), place, answer: fc.constantFrom("accept", "split", "cancel" as const) })
const end = fc.record({ kind: fc.constant("end" as const), place, how: fc.constantFrom("cancelled", "shipped", "in part" as const) })
const step = fc.oneof(
  { weight: 4, arbitrary: told.map((one) => [one]) },
  { weight: 4, arbitrary: together.map((one) => [one]) },
  { weight: 2, arbitrary: byHand.map((one) => [one]) },
  { weight: 2, arbitrary: again.map((one) => [one]) },
  { weight: 1, arbitrary: stock.map((one) => [one]) },
  { weight: 3, arbitrary: fc.array(order, { minLength: 2, maxLength: 4 }) },
  // All at the same moment.
  { weight: 6, arbitrary: fc.tuple(fc.oneof(told, together), order, order, fc.oneof(answer, end), answer) }
)
const history = fc.array(step, { minLength: 24, maxLength: 24 })

type Deed = typeof step extends fc.Arbitrary<readonly (infer One)[]> ? One : never
type Supply = typeof told extends fc.Arbitrary<infer One> ? One : never
type Told = typeof lines extends fc.Arbitrary<infer Lines> ? Lines : never

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let other: typeof trade.session
    /** All that 1C has ever told of supplies, with the moment at which it said so. */
    let words: { formed_at: string; records: ErpRecord[] }[]
    let orders: { id: string; session: typeof trade.session }[]
    let hand: number
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, PRODUCTS)
      staff = await createStaffSession(getContainer())
      other = await trade.hire("2")
      ;[words, orders, hand] = [[], [], 0]
      await db()("demand_setting").insert({ allowed: "everywhere" })
      await loadRecords(
        getContainer(),
        [1, 2, 3].flatMap((n) => [change.stock(n, "near", "3"), change.stock(n, "far", "0")])
      )
    })

    const amount = (quantity: number, halves: boolean) => (halves ? `${quantity}.5` : String(quantity))
    const linesOf = (given: Told) =>
      given.map(({ n, quantity, arrived, halves }) => supplyLine(`p${n}`, amount(quantity, halves), { arrived: String(arrived) }))
    const say = async (word: (typeof words)[number]) => {
      await loadRecords(getContainer(), [{ ...SUPPLIES_PACKAGE, formed_at: word.formed_at }, ...word.records])
    }

    const buy = async ({ n, quantity, dealer }: Extract<Deed, { kind: "order" }>) => {
      const session = dealer ? trade.session : other
      const { id } = (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart
      const wanted = n === 2 ? 6 * Math.ceil(quantity / 6) : quantity
      await api.post(`/store/carts/${id}/lines`, { lines: [{ article: articleOf(n), quantity: wanted }] }, session)
      const placed = await answerOf(api.post(`/store/carts/${id}/complete`, {}, session))
      expect(placed.status).toBe(200)
      orders.push({ id: placed.data.order.id, session })
    }
    const finish = async ({ place: at, how }: Extract<Deed, { kind: "end" }>) => {
      const { id } = orders[at % orders.length] ?? {}
      if (id && how === "cancelled") {
        await db()("order").where({ id }).whereNull("canceled_at").update({ canceled_at: new Date() })
      } else if (id) {
        const { variant_id } = await db()("demand").join("catalog_entry", "key", "entry_key").where({ order_id: id }).first("variant_id") ?? {} // prettier-ignore
        const shipped = how === "in part" && variant_id ? JSON.stringify({ [variant_id]: "5" }) : null
        const facts = { shipped, shipped_on: how === "shipped" ? dayFromNow(0) : null, as_of: new Date() }
        await db()("order_state").insert({ id: `ords_${id}`, order_id: id, ...facts }).onConflict("id").merge() // prettier-ignore
      }
      await releaseOfEndedWorkflow(getContainer()).run()
    }
    const reply = async (deed: Extract<Deed, { kind: "answer" }>) => {
      const { id, session } = orders[deed.place % Math.max(1, orders.length)] ?? {}
      if (!id || !session) {
        return
      }
      const waiting = (await api.get(`/store/company-orders/${id}/promises`, session)).data.lines
      const line_ids = waiting.map((line: { id: string }) => line.id)
      const { status, data } = await answerOf(
        api.post(`/store/company-orders/${id}/promises`, { answer: deed.answer, ...(line_ids.length > 0 ? { line_ids } : {}) }, session)
      )
      expect(status === 200 || ["nothing_waits", "nothing_to_split", "order_closed"].includes(data.code) ? [] : data).toEqual([])
    }
    const tell = async (supplies: Supply[]): Promise<void> => {
      const records = supplies.map(({ of, state, day, warehouse: warehouse_external_id, is_deleted, are_lines_whole, lines: given }) => {
        const expected_on = day === null ? null : dayFromNow(day)
        return supply(`s${of}`, linesOf(given), { state, expected_on, warehouse_external_id, is_deleted, are_lines_whole })
      })
      const formed_at = new Date(Date.parse("2026-02-01T00:00:00Z") + words.length * 60_000).toISOString().slice(0, 19)
      const word = { formed_at, records }
      words.push(word)
      await say(word)
    }
    const doIt = async (deed: Deed): Promise<void> => {
      switch (deed.kind) {
        case "supply":
          return tell([deed])
        case "together":
          return tell(deed.supplies)
        case "by hand": {
          const given = deed.lines.map(({ n, quantity, halves }) => ({ article: articleOf(n), quantity: amount(quantity + 1, halves) }))
          const draft = { number: `H-${(hand += 1)}`, expected_on: dayFromNow(deed.day), lines: given }
          if (given.length > 0) {
            await api.post("/admin/supplies", draft, staff)
          }
          return
        }
        case "again": {
          const word = words[deed.place % Math.max(1, words.length)]
          return word && say(word)
        }
        case "stock":
          await loadRecords(getContainer(), [change.stock(deed.n, "near", String(deed.quantity))])
          return
        case "order":
          return buy(deed)
        case "answer":
          return reply(deed)
        case "end":
          return orders.length > 0 ? finish(deed) : undefined
      }
    }

    const logged = async (): Promise<number> => Number((await db()("promise_change").max("id as last"))[0]?.last ?? 0)
    const worsened = (before: Map<string, DemandFact>, after: Map<string, DemandFact>) =>
      [...before.values()].flatMap((was) => {
        const is = after.get(was.id)
        // Who took his line back, or got it whole, waits for nothing.
        return is && !is.is_over && is.quantity === was.quantity && isWorse(was, is) ? [is.id] : []
      })

    const worlds = fc.sample(history, { seed: SEED, numRuns: HISTORIES })
    it.each(worlds.map((steps, index) => [index + 1, steps] as const))(
      "history %i: whatever supplies do beside orders, answers and ends, no promise is beyond its supply, and nobody is later without being told",
      async (_, steps) => {
        for (const [at, deeds] of steps.entries()) {
          const [before, last] = [await demandFacts(db()), await logged()]
          await Promise.all(deeds.map(doIt))
          const after = await demandFacts(db())
          const where = `step ${at + 1}: ${JSON.stringify(deeds)}`
          expect({ where, broken: await brokenFacts(db()) }).toEqual({ where, broken: {} })
          // What needs no notice is told with the very moment of its change.
          const due = db()("promise_change").where("id", ">", last).where({ is_worse: true }).whereRaw("told_at is distinct from at")
          const known = new Set((await due.select("demand_id")).map(({ demand_id }) => demand_id))
          expect({ where, untold: worsened(before, after).filter((id) => !known.has(id)) }).toEqual({ where, untold: [] })
          if (deeds.length === 1 && deeds[0]?.kind === "again") {
            expect({ where, after }).toEqual({ where, after: before })
          }
        }
        expect(orders.length).toBeGreaterThan(5)
        expect((await db()("promise").count())[0]?.count).not.toBe("0")
      }
    )
  },
})
