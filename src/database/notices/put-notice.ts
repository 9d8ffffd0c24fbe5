import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { NoticeKind } from "../../modules/contract-pricing/rules/is-notice-due"
import { pricesOfLines } from "../queries/prices-of-lines"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"
import { IS_IN_STOCK } from "./is-in-stock"

/** Notices that one person waits for under a contract. */
export const NOTICES_MAX = 200

export interface PutNotice {
  kind: NoticeKind
  variant_id: string
  employee_id: string
  contract_id: string
  currency_code: string
  warehouse_ids: string[]
  /** YYYY-MM-DD. */
  day: string
  sight: Sight
}

const ENTRY = (sight: Sight) => `
  select e.key, concat('"', e.title, '"', ' (' || e.article || ')') as name, (select number from contract where id = :contract_id) as contract_number,
    ${IS_IN_STOCK} as is_in_stock
  from catalog_entry e where e.variant_id = :variant_id and e.is_listed and ${isVisible(sight)}`

const WAITING = `
  select count(*)::int as waiting from goods_notice where contract_id = :contract_id and employee_id = :employee_id and told_at is null`

const INSERT = `
  insert into goods_notice (id, employee_id, contract_id, entry_key, kind, price_at)
  values (:id, :employee_id, :contract_id, :entry_key, :kind, :price)
  on conflict (contract_id, employee_id, entry_key, kind) where told_at is null do update set kind = excluded.kind returning id`

const refusal = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)

/**
 * Has a person told when a product is in stock again, or costs less than now. One that waits already stays as it is.
 *
 * @throws MedusaError NOT_FOUND for a variant that the dealer does not see; NOT_ALLOWED `no_price`, `in_stock_already`, `too_many_notices`
 */
export async function putNotice(db: Knex, { kind, variant_id, employee_id, sight, ...terms }: PutNotice): Promise<{ id: string }> {
  const { contract_id, warehouse_ids } = terms
  const found = await db.raw<{ rows: { key: number; name: string; contract_number: string; is_in_stock: boolean }[] }>(ENTRY(sight), {
    ...{ variant_id, contract_id, warehouse_ids, ...sightBindings(sight) },
  })
  const [entry] = found.rows
  if (!entry) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Catalogue entry with variant id: ${variant_id} was not found`)
  }
  const [decided] = await pricesOfLines(db, { ...terms, lines: [{ entry_key: entry.key, quantity: "1" }] })
  const price = decided?.price ?? null
  if (price === null) {
    throw refusal(`${entry.name} has no price under contract ${entry.contract_number}`, "no_price")
  }
  if (kind === "back_in_stock" && entry.is_in_stock) {
    throw refusal(`${entry.name} is in stock under contract ${entry.contract_number}`, "in_stock_already")
  }
  const { rows } = await db.raw<{ rows: { waiting: number }[] }>(WAITING, { contract_id, employee_id })
  if ((rows[0]?.waiting ?? 0) >= NOTICES_MAX) {
    throw refusal(`${NOTICES_MAX} notices are waited for already`, "too_many_notices")
  }
  const id = generateEntityId(undefined, "gntc")
  const put = await db.raw<{ rows: { id: string }[] }>(INSERT, { id, employee_id, contract_id, entry_key: entry.key, kind, price })
  return { id: put.rows[0]?.id ?? id }
}

const REMOVE = `delete from goods_notice where id = :id and employee_id = :employee_id returning id`

/** Forgets a notice of a person, whether it was told or not. Throws NOT_FOUND for none of his. */
export async function removeNotice(db: Knex, { id, employee_id }: { id: string; employee_id: string }): Promise<void> {
  const { rows } = await db.raw<{ rows: unknown[] }>(REMOVE, { id, employee_id })
  if (rows.length === 0) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Notice with id: ${id} was not found`)
  }
}
