import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createTrade } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"
import { dayFromNow, SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"

jest.setTimeout(600_000)

const PRODUCTS = 200

/** `KONTOR_REPROMISE_LINES=50000` shows what it costs; the suite has enough with fewer. */
const LINES = Number(process.env.KONTOR_REPROMISE_LINES ?? 2_000)

/** Each wants three of a product, in the order of their numbers; 200 orders of one client. */
const DEMANDS = `
  insert into demand (id, place, order_id, order_line_id, entry_key, contract_id, legal_entity_id, quantity)
  select 'dmnd_' || n, n, 'order_' || n % 200, 'ordli_' || n, key.keys[1 + n % array_length(key.keys, 1)], c.id, c.legal_entity_id, 3
  from generate_series(1, :lines) n, (select array_agg(key order by key) as keys from catalog_entry where is_listed) key, contract c
  where c.number = 'C-1'`
const PROMISES = `
  insert into promise (supply_id, entry_key, demand_id, quantity)
  select s.id, d.entry_key, d.id, 3 from demand d, supply s where s.number = 'N-s1'`

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), [SUPPLIES_PACKAGE, ...records])
    const lines = (quantity: number) => Array.from({ length: PRODUCTS }, (_, index) => supplyLine(`p${index + 1}`, String(quantity)))
    const timed = async (what: string, work: () => Promise<unknown>) => {
      const [started, cpu] = [performance.now(), process.cpuUsage()]
      await work()
      const { user, system } = process.cpuUsage(cpu)
      const told = `${LINES} lines: ${what} in ${Math.round(performance.now() - started)} ms, ${Math.round((user + system) / 1000)} ms of CPU in Node`
      if (process.env.KONTOR_REPROMISE_LINES) {
        process.stdout.write(`${told}\n`)
      }
    }
    const promised = async () =>
      (
        await db()("supply_line")
          .join("supply", "supply.id", "supply_line.supply_id")
          .groupBy("number")
          .orderBy("number")
          .select("number")
          .sum("promised")
      ).map(({ number, sum }) => `${number} ${Number(sum)}`)

    /** Of the whole promises of a supply: whether there are any that were there before it moved, and how many were not. */
    const writtenAnew = async (number: string) => {
      const { rows } = await db().raw<{ rows: { as_they_were: boolean; whole: number }[] }>(
        `select bool_or(p.created_at < s.updated_at) as as_they_were, (count(*) filter (where p.created_at >= s.updated_at))::int as whole
         from promise p join supply s on s.id = p.supply_id where s.number = :number and p.quantity = 3`,
        { number }
      )
      return rows[0]
    }

    it("any number of lines is promised anew by a handful of statements, exactly, and each change is logged", async () => {
      await createTrade(getContainer(), api, PRODUCTS)
      const each = Math.ceil((LINES * 3) / PRODUCTS) + 3
      const later = { expected_on: dayFromNow(20) }
      await load(supply("s1", lines(each)), supply("s2", lines(Math.ceil(each / 2)), later))
      await db().raw(DEMANDS, { lines: LINES })
      await db().raw(PROMISES)
      await db().raw("analyze demand; analyze promise; analyze supply_line")
      expect(await promised()).toEqual([`N-s1 ${LINES * 3}`, "N-s2 0"])

      await timed("a supply moves, half of it is better had from another", () =>
        load(supply("s1", lines(each), { expected_on: dayFromNow(30) }))
      )
      const [moved] = await db()("promise").sum("quantity as sum")
      expect(Number(moved?.sum)).toBe(LINES * 3)
      expect(Number((await db()("promise_change").count())[0]?.count)).toBe(LINES)
      expect(await writtenAnew("N-s1")).toEqual({ as_they_were: true, whole: 0 })

      await timed("it is cancelled", () => load(supply("s1", lines(each), { state: "cancelled" })))
      const [s1, s2] = await promised()
      expect(s1).toBe("N-s1 0")
      expect(s2).toBe(`N-s2 ${PRODUCTS * Math.ceil(each / 2)}`)
      await timed("it comes back", () => load(supply("s1", lines(each), { expected_on: dayFromNow(40) })))
      expect(Number((await db()("promise").sum("quantity as sum"))[0]?.sum)).toBe(LINES * 3)
    })
  },
})
