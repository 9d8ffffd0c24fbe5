import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { arrayLiteral } from "../array-literal"

/** So much of a supply line for a demand, base units as an exact decimal. */
export interface PromisePart {
  demand_id: string
  supply_id: string
  entry_key: number
  quantity: string
  /** Bound by a person: it follows its supply when that moves. */
  is_by_hand: boolean
}

const PARTS = `
  unnest(cast(:supply_ids as text[]), cast(:entry_keys as int[]), cast(:demand_ids as text[]), cast(:quantities as numeric[]), cast(:by_hand as boolean[]))
    as p (supply_id, entry_key, demand_id, quantity, is_by_hand)`

const INSERT = `
  insert into promise (supply_id, entry_key, demand_id, quantity, is_by_hand)
  select p.supply_id, p.entry_key, p.demand_id, p.quantity, p.is_by_hand from ${PARTS}`

/** In the order of the table, which is also that of the locks on lines. */
const ADD = `
  insert into promise as t (supply_id, entry_key, demand_id, quantity, is_by_hand)
  select p.supply_id, p.entry_key, p.demand_id, sum(p.quantity), bool_or(p.is_by_hand) from ${PARTS}
  group by 1, 2, 3 order by 1, 2, 3
  on conflict (supply_id, entry_key, demand_id) do update set quantity = t.quantity + excluded.quantity, is_by_hand = t.is_by_hand or excluded.is_by_hand`

const TAKE_BACK = `
  delete from promise t
  using unnest(cast(:supply_ids as text[]), cast(:entry_keys as int[]), cast(:demand_ids as text[])) as p (supply_id, entry_key, demand_id)
  where t.supply_id = p.supply_id and t.entry_key = p.entry_key and t.demand_id = p.demand_id`

/** Promises so much more. The database refuses what is not free, and what is not wanted. */
export async function addPromises(trx: Knex.Transaction, parts: readonly PromisePart[]): Promise<void> {
  if (parts.length > 0) {
    await trx.raw(ADD, columnsOf(parts))
  }
}

/** The same for demands that nothing was promised of these lines yet, each once: that need not be looked for, which is half of the work. */
export async function insertPromises(trx: Knex.Transaction, parts: readonly PromisePart[]): Promise<void> {
  if (parts.length > 0) {
    await trx.raw(INSERT, columnsOf(parts))
  }
}

/** Takes promises back, whatever they come to. */
export async function takeBackPromises(
  trx: Knex.Transaction,
  promises: readonly Pick<PromisePart, "demand_id" | "supply_id" | "entry_key">[]
): Promise<void> {
  if (promises.length > 0) {
    await trx.raw(TAKE_BACK, namesOf(promises))
  }
}

function columnsOf(parts: readonly PromisePart[]) {
  return {
    ...namesOf(parts),
    quantities: arrayLiteral(parts.map(({ quantity }) => quantity)),
    by_hand: arrayLiteral(parts.map(({ is_by_hand }) => is_by_hand)),
  }
}

function namesOf(parts: readonly Pick<PromisePart, "demand_id" | "supply_id" | "entry_key">[]) {
  return {
    supply_ids: arrayLiteral(parts.map(({ supply_id }) => supply_id)),
    entry_keys: arrayLiteral(parts.map(({ entry_key }) => entry_key)),
    demand_ids: arrayLiteral(parts.map(({ demand_id }) => demand_id)),
  }
}
