import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { WaitingNotice } from "../../modules/contract-pricing/rules/is-notice-due"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { IS_IN_STOCK } from "./is-in-stock"

/** A contract under which somebody waits for notices. */
export interface WaitedContract {
  contract_id: string
  legal_entity_id: string
  number: string
  legal_entity: string
  currency_code: string
  warehouse_ids: string[]
}

/**
 * Contracts that can be used on the day and under which a notice may be due: somebody waits for a lower price, or for a product of which anything is
 * free anywhere. The others, nearly all after most loads, cost nothing more.
 */
const CONTRACTS = `
  select c.id as contract_id, c.legal_entity_id, c.number, le.name as legal_entity, lower(c.currency_code) as currency_code, c.warehouse_ids
  from contract c join legal_entity le on le.id = c.legal_entity_id and le.deleted_at is null and le.state = 'active'
  where c.deleted_at is null and c.state = 'active'
    and coalesce(c.starts_on, '-infinity') <= cast(:day as date) and coalesce(c.ends_on, 'infinity') >= cast(:day as date)
    and c.id in (
      select n.contract_id from goods_notice n join catalog_entry e on e.key = n.entry_key and e.is_listed
      where n.told_at is null and (n.kind = 'price_drop' or exists (
        select from inventory_level level where level.inventory_item_id = e.inventory_item_id and level.deleted_at is null
          and level.stocked_quantity > level.reserved_quantity
      ))
    )
  order by c.id`

export async function waitedContracts(db: Knex, { day }: { day: string }): Promise<WaitedContract[]> {
  const { rows } = await db.raw<{ rows: WaitedContract[] }>(CONTRACTS, { day })
  return rows
}

export interface WaitingGoods extends WaitingNotice {
  id: string
  employee_id: string
  customer_id: string
  name: string
  email: string
  entry_key: number
  article: string | null
  title: string
}

/** Notices of one contract that are looked at at once. */
const ROWS_MAX = 5_000

const WAITING = (sight: Sight) => `
  select n.id, n.employee_id, ec.customer_id, em.name, em.email, n.entry_key, n.kind, n.price_at::text as price_at, ${IS_IN_STOCK} as is_in_stock,
    e.article, concat_ws(', ', e.title, e.variant_title) as title
  from goods_notice n
  join catalog_entry e on e.key = n.entry_key and e.is_listed and ${isVisible(sight)}
  join employee em on em.id = n.employee_id and em.deleted_at is null and em.state = 'active'
  join employee_customer ec on ec.employee_id = em.id and ec.deleted_at is null
  where n.contract_id = :contract_id and n.told_at is null and n.id > :after and (n.kind = 'price_drop' or ${IS_IN_STOCK})
  order by n.id limit ${ROWS_MAX}`

/** Notices under a contract that may be due, of goods that are seen and people who may sign in, the oldest first, some thousands at a time. */
export async function* waitingNotices(
  db: Knex,
  { contract_id, warehouse_ids, sight }: Pick<WaitedContract, "contract_id" | "warehouse_ids"> & { sight: Sight }
): AsyncGenerator<WaitingGoods[]> {
  const read = async (after: string): Promise<WaitingGoods[]> => {
    const bindings = { contract_id, warehouse_ids, after, ...sightBindings(sight) }
    return (await db.raw<{ rows: WaitingGoods[] }>(WAITING(sight), bindings)).rows
  }
  let rows = await read("")
  while (rows.length > 0) {
    yield rows
    const last = rows[ROWS_MAX - 1]
    rows = last ? await read(last.id) : []
  }
}

const MARK = `
  update goods_notice n set told_at = now(), told_price = told.price
  from unnest(cast(:ids as text[]), cast(:prices as numeric[])) as told (id, price)
  where n.id = told.id and n.told_at is null returning n.id`

/** Notes that these are told, before anybody is: nobody is told twice. Gives those that were not yet. */
export async function markTold(db: Knex, told: readonly { id: string; price: string }[]): Promise<Set<string>> {
  const bindings = { ids: told.map(({ id }) => id), prices: told.map(({ price }) => price) }
  const { rows } = await db.raw<{ rows: { id: string }[] }>(MARK, bindings)
  return new Set(rows.map(({ id }) => id))
}

/** Days for which what was told is listed. */
const FORGET = `
  delete from goods_notice where id in (
    select id from goods_notice where told_at < now() - interval '90 days' order by told_at limit 1000 for update skip locked
  )`

export async function forgetToldNotices(db: Knex): Promise<void> {
  await db.raw(FORGET)
}
