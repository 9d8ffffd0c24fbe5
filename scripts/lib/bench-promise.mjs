import { sample } from "./bench-stats.mjs"
import { SOURCE } from "./bench-world.mjs"
import { emulator } from "./demo-data.mjs"
import { step } from "./progress.mjs"
import { Refused } from "./refused.mjs"

/** Products that the lines want, and that both supplies bring. */
const PRODUCTS = 5_000
/** Lines of one order; each order is of another contract, as far as there are contracts. */
const LINES_OF_ORDER = 50
const QUANTITY = 3
const DAY_MS = 86_400_000

/** What waits is of the orders of the bench alone. */
const DEMANDS = `
  insert into demand (id, place, order_id, order_line_id, entry_key, contract_id, legal_entity_id, quantity)
  select 'dmnd_bench_' || n, n, 'order_bench_' || n / ${LINES_OF_ORDER}, 'ordli_bench_' || n, ($1::int[])[1 + n % cardinality($1::int[])],
    c.ids[1 + n / ${LINES_OF_ORDER} % cardinality(c.ids)], c.entities[1 + n / ${LINES_OF_ORDER} % cardinality(c.ids)], ${QUANTITY}
  from generate_series(0, $2::int - 1) n,
    (select array_agg(id order by id) as ids, array_agg(legal_entity_id order by id) as entities from contract where cardinality(warehouse_ids) = 0) c
  where cardinality(c.ids) > 0`
const PROMISES = `
  insert into promise (supply_id, entry_key, demand_id, quantity)
  select s.id, d.entry_key, d.id, d.quantity from demand d, supply s where d.id like 'dmnd_bench_%' and s.number = $1`
const OF_BENCH = "demand_id like 'dmnd_bench_%'"

/** Goods that 1C knows by their offers. */
const OFFERS = `
  select e.key, m.external_id as offer from catalog_entry e
  join erp_mapping m on m.internal_id = e.variant_id and m.kind = 'offer' and m.source = $1
  where e.is_listed order by e.key limit $2`

/**
 * Lines of orders that wait for a supply are promised anew when 1C moves it behind another one that brings half of its goods, cancels it, and takes that
 * back: from the first byte sent to 1C's `success`. Stock Medusa knows no supplies.
 */
export async function measurePromises(world, { waiting, repeats }) {
  const { rows: goods } = await world.db.query(OFFERS, [SOURCE, PRODUCTS])
  const each = Math.ceil(waiting / Math.max(1, goods.length)) * QUANTITY
  const near = { external_id: "bench-near", number: "Bench, near", goods, each }
  const far = { external_id: "bench-far", number: "Bench, far", goods, each: Math.ceil(each / 2) }
  const times = { moved: [], cancelled: [], came_back: [] }
  try {
    await step(`Making ${waiting} lines that wait`, async () => {
      await send(world, [supply(near, { day: 10 }), supply(far, { day: 20 })])
      const { rowCount } = await world.db.query(DEMANDS, [goods.map(({ key }) => key), waiting])
      if (rowCount < waiting) {
        throw new Refused("Nobody can wait for supplies: no goods, or no contract that draws from all warehouses.", "Raise --entities.")
      }
      await world.db.query("vacuum (analyze) demand")
    })
    await step(`Promising ${waiting} lines anew, ${repeats} times`, async () => {
      for (let repeat = 0; repeat < repeats; repeat++) {
        await promiseAll(world, near, waiting)
        times.moved.push(await sendPromised(world, [supply(near, { day: 30 })], waiting))
        times.cancelled.push(await sendPromised(world, [supply(near, { day: 30, state: "cancelled" })], 1))
        times.came_back.push(await sendPromised(world, [supply(near, { day: 40 })], waiting))
      }
    })
  } finally {
    await removeAll(world, [near, far])
  }
  return measurements(times, waiting)
}

/** As it was before the first change: all is promised of the near supply. */
async function promiseAll(world, near, waiting) {
  await world.db.query(`delete from promise where ${OF_BENCH}`)
  await world.db.query(`delete from promise_change where ${OF_BENCH}`)
  // No demand, or the load would promise by itself.
  await world.db.query("update demand set served = quantity where id like 'dmnd_bench_%'")
  await send(world, [supply(near, { day: 10 })])
  await world.db.query("update demand set served = 0 where id like 'dmnd_bench_%'")
  const { rowCount } = await world.db.query(PROMISES, [near.number])
  if (rowCount !== waiting) {
    throw new Error(`Of ${waiting} lines ${rowCount} were promised`)
  }
  await world.db.query("vacuum (analyze) demand, promise, promise_change, supply_line")
}

/** Sends the change; the figure counts where so many lines are promised afterwards, or more. */
async function sendPromised(world, supplies, least) {
  const seconds = await send(world, supplies)
  const { rows } = await world.db.query(`select coalesce(sum(quantity), 0)::float8 / ${QUANTITY} as lines from promise where ${OF_BENCH}`)
  if (rows[0].lines < least) {
    throw new Error(`${rows[0].lines} lines are promised, and not ${least}`)
  }
  return seconds
}

function supply({ external_id, number, goods, each }, { day, state = "confirmed" }) {
  return {
    ...{ external_id, number, state, supplier: "Bench", expected_on: new Date(Date.now() + day * DAY_MS).toISOString().slice(0, 10) },
    lines: goods.map(({ offer }) => ({ offer_external_id: offer, quantity: String(each) })),
  }
}

/** @returns seconds from the first byte to `success`. */
async function send(world, supplies) {
  let seconds = 0
  await emulator().sendSupplies(
    { asOf: new Date().toISOString().slice(0, 19) },
    world.connection,
    (event) => {
      seconds += event.kind === "file" ? event.sendSeconds + event.importSeconds : 0
    },
    supplies
  )
  return seconds
}

async function removeAll(world, supplies) {
  await world.db.query(`delete from promise where ${OF_BENCH}`)
  await world.db.query(`delete from promise_change where ${OF_BENCH}`)
  await world.db.query("delete from demand where id like 'dmnd_bench_%'")
  await world.db.query("delete from erp_mapping where kind = 'supply' and external_id = any($1)", [
    supplies.map(({ external_id }) => external_id),
  ])
  await world.db.query("delete from supply where number = any($1)", [supplies.map(({ number }) => number)])
}

function measurements(times, waiting) {
  const row = (name, what) => ({ id: `promise_${name}`, what, unit: "s", kontor: sample(times[name]), target: { at_most: 5 } })
  return [
    row("moved", `${waiting} waiting lines promised anew, a supply moves behind another`),
    row("cancelled", "the same, it is cancelled"),
    row("came_back", "the same, it comes back"),
  ]
}
