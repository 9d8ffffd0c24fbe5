import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { keyOfContract } from "./key-of-contract"
import type { WantedPrice } from "./resolve-price-rows"

/** A price that a contract has of its own. Decimals are text, days YYYY-MM-DD, null = open. */
export interface ContractPrice extends WantedPrice {
  source: "erp" | "portal"
}

type PriceKey = Pick<WantedPrice, "entry_key" | "from_quantity" | "starts_on">

const NEW_KEY = `
  insert into pricing_contract (contract_id, currency_code) select c.id, lower(c.currency_code) from contract c where c.id = :contract_id
  on conflict do nothing`

/** The key under which a contract's prices in its currency stand; made when the contract has none yet. */
export async function pricingKeyOf(trx: Knex, { contract_id }: { contract_id: string }): Promise<number> {
  await trx.raw(NEW_KEY, { contract_id })
  const sql = `select ${keyOfContract("c")} as key from contract c where c.id = :contract_id`
  const { rows } = await trx.raw<{ rows: { key: number | null }[] }>(sql, { contract_id })
  return rows[0]?.key ?? 0
}

const KEYS = `jsonb_to_recordset(cast(:rows as jsonb)) as w (entry_key int, from_quantity numeric, starts_on date, ends_on date, amount numeric)`
const SAME = `t.contract_key = :contract_key and t.entry_key = w.entry_key and t.from_quantity = w.from_quantity and t.starts_on = coalesce(w.starts_on, '-infinity')`

const STANDING = `
  select t.entry_key, trim_scale(t.from_quantity)::text as from_quantity, case when isfinite(t.starts_on) then t.starts_on::text end as starts_on,
    case when isfinite(t.ends_on) then t.ends_on::text end as ends_on, trim_scale(t.amount)::text as amount, t.source
  from ${KEYS} join contract_price t on ${SAME}`

/** Prices of a contract under these keys, as they stand. */
export async function standingPrices(
  trx: Knex,
  { contract_key, rows }: { contract_key: number; rows: PriceKey[] }
): Promise<ContractPrice[]> {
  const result = await trx.raw<{ rows: ContractPrice[] }>(STANDING, { contract_key, rows: JSON.stringify(rows) })
  return result.rows
}

const WRITE = `
  insert into contract_price as t (contract_key, entry_key, from_quantity, starts_on, ends_on, amount, source)
  select :contract_key, w.entry_key, w.from_quantity, coalesce(w.starts_on, '-infinity'), coalesce(w.ends_on, 'infinity'), w.amount, 'portal' from ${KEYS}
  order by w.entry_key, w.from_quantity
  on conflict (contract_key, entry_key, from_quantity, starts_on)
    do update set ends_on = excluded.ends_on, amount = excluded.amount where t.source = 'portal'`

/** Writes prices made by hand. What the ERP said is left alone. */
export async function writePrices(trx: Knex, { contract_key, rows }: { contract_key: number; rows: WantedPrice[] }): Promise<void> {
  await trx.raw(WRITE, { contract_key, rows: JSON.stringify(rows) })
}

/** Removes prices made by hand under these keys. */
export async function removePrices(trx: Knex, { contract_key, rows }: { contract_key: number; rows: PriceKey[] }): Promise<void> {
  await trx.raw(`delete from contract_price t using ${KEYS} where ${SAME} and t.source = 'portal'`, {
    contract_key,
    rows: JSON.stringify(rows),
  })
}
