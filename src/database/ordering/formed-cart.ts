import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cartLinesDigest } from "./cart-lines-digest"

/** A contract as one ERP base knows it. */
export interface ContractAbroad {
  source: string
  external_id: string
  legal_entity: { id: string; external_id: string | null; inn: string | null }
}

/** A line of a cart as one ERP base knows it. */
export interface LineAbroad {
  line_id: string
  variant_id: string
  /** Null where the base does not know the product. */
  offer_external_id: string | null
  article: string | null
  quantity: string
  unit_code: string
}

/** SQL: what a base calls a thing of ours; null where it does not know it. */
const mapped = (kind: string, id: string, source: string) =>
  `(select x.external_id from erp_mapping x where x.source = ${source} and x.kind = '${kind}' and x.internal_id = ${id}
    order by x.external_id limit 1)`

const CONTRACT = `
  select asked.source, m.external_id, jsonb_build_object('id', e.id, 'inn', e.inn,
    'external_id', ${mapped("legal_entity", "e.id", "asked.source")}) as legal_entity
  from unnest(cast(:sources as text[])) with ordinality as asked (source, place)
  join erp_mapping m on m.source = asked.source and m.kind = 'contract' and m.internal_id = :contract_id
  join contract c on c.id = :contract_id
  join legal_entity e on e.id = c.legal_entity_id
  order by asked.place, m.external_id limit 1`

const LINES = `
  select l.id as line_id, l.variant_id, ${mapped("offer", "l.variant_id", ":source")} as offer_external_id, e.article,
    l.quantity::text, coalesce(u.code, '796') as unit_code
  from cart_line_item l
  join catalog_entry e on e.variant_id = l.variant_id
  left join sales_unit u on u.entry_key = e.key and u.is_base
  where l.cart_id = :cart_id and l.deleted_at is null
  order by l.created_at, l.id`

const DIGEST = `select ${cartLinesDigest(":cart_id")} as digest`

/** The first of the bases that knows a contract, and what it calls it; null when none does. */
export async function contractAbroad(db: Knex, input: { contract_id: string; sources: string[] }): Promise<ContractAbroad | null> {
  const { rows } = await db.raw<{ rows: ContractAbroad[] }>(CONTRACT, input)
  return rows[0] ?? null
}

/** The lines of a cart in their order, with what one base calls their products. */
export async function linesAbroad(db: Knex, input: { cart_id: string; source: string }): Promise<LineAbroad[]> {
  const { rows } = await db.raw<{ rows: LineAbroad[] }>(LINES, input)
  return rows
}

/** What a cart is made of now, as one short text. */
export async function digestOfCart(db: Knex, cartId: string): Promise<string> {
  const { rows } = await db.raw<{ rows: [{ digest: string }] }>(DIGEST, { cart_id: cartId })
  return rows[0].digest
}
