/** Tables that tell what was delivered, tried and done, or sum up others; everything else is data. */
const NO_DATA = /^(erp_inbox|erp_seen|exchange_run|exchange_run_issue|workflow_execution|onec_.*|rate_limit|catalog_total)$/

/** Facts that stand in rows which placing an order changes and does not add. */
const CHANGED = {
  "reserved quantity": "select coalesce(sum(reserved_quantity), 0) from inventory_level",
  "completed carts": "select count(*) from cart where completed_at is not null",
}

/**
 * How many rows every table of data has, and what else tells of a half done order, in one snapshot.
 * @returns {Promise<Map<string, number>>}
 */
export async function countRows(db) {
  const { rows: tables } = await db.query(
    "select relname from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relispartition"
  )
  const counts = tables
    .map(({ relname }) => relname)
    .filter((name) => !NO_DATA.test(name))
    .map((name) => `select '${name}' as name, (select count(*) from "${name}")::float8 as value`)
  const changed = Object.entries(CHANGED).map(([name, query]) => `select '${name}' as name, (${query})::float8 as value`)
  const { rows } = await db.query([...counts, ...changed].join(" union all "))
  return new Map(rows.map(({ name, value }) => [name, value]))
}

/** What has come since an earlier count, by table; a table that stayed as it was is not named. */
export function since(before, after) {
  return Object.fromEntries([...after].map(([name, value]) => [name, value - (before.get(name) ?? 0)]).filter((entry) => entry[1] !== 0))
}

export function sameRows(one, other) {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => one[name] === other[name])
}
