import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { AskedUnit } from "../../modules/order-rules/rules/asked-together"

const TOLD = `a.line_id, a.code, a.name, trim_scale(a.coefficient)::text as coefficient, trim_scale(a.quantity)::text as quantity`

/**
 * The unit of cart line `l`, as long as it is true: the line has this quantity still, whoever changed it, and the product is sold by this unit
 * with as much in it.
 */
const OF_CART = `
  cart_line_item l
  join asked_unit a on a.line_id = l.id and a.quantity * a.coefficient = l.quantity
  join catalog_entry e on e.variant_id = l.variant_id
  join sales_unit u on u.entry_key = e.key and u.code = a.code and u.coefficient = a.coefficient and not u.is_base`

const READ = `select ${TOLD} from ${OF_CART} where l.cart_id = :cart_id and l.deleted_at is null`

/** In which units the lines of a cart were asked for, by line; those in base units are not in it. */
export async function askedUnits(db: Knex, cart_id: string): Promise<Map<string, AskedUnit>> {
  const { rows } = await db.raw<{ rows: (AskedUnit & { line_id: string })[] }>(READ, { cart_id })
  return new Map(rows.map(({ line_id, ...unit }) => [line_id, unit]))
}

const KEEP = `
  insert into asked_unit (line_id, code, name, coefficient, quantity)
  select l.line_id, l.code, l.name, l.coefficient::numeric, l.quantity::numeric
  from jsonb_to_recordset(cast(:lines as jsonb)) as l(line_id text, code text, name text, coefficient text, quantity text)
  on conflict (line_id) do update set (code, name, coefficient, quantity) = (excluded.code, excluded.name, excluded.coefficient, excluded.quantity)`

/** Keeps the units that lines of a cart were asked for in, under its lock; of those without one nothing is kept any more. */
export async function keepAskedUnits(trx: Knex.Transaction, lines: readonly { line_id: string; asked: AskedUnit | null }[]): Promise<void> {
  const asked = lines.flatMap(({ line_id, asked: unit }) => (unit ? [{ line_id, ...unit }] : []))
  const plain = lines.flatMap(({ line_id, asked: unit }) => (unit ? [] : [line_id]))
  await trx.raw(`delete from asked_unit where line_id = any(cast(:plain as text[]))`, { plain })
  if (asked.length > 0) {
    await trx.raw(KEEP, { lines: JSON.stringify(asked) })
  }
}

const COPY = `
  insert into asked_unit (line_id, code, name, coefficient, quantity)
  select i.line_id, a.code, a.name, a.coefficient, a.quantity
  from jsonb_to_recordset(cast(:ids as jsonb)) as i(cart_line_id text, line_id text)
  join ${OF_CART} on l.id = i.cart_line_id`

/** The order keeps the units of its lines for good. */
export async function copyAskedUnits(trx: Knex.Transaction, orderLineOf: ReadonlyMap<string, string>): Promise<void> {
  const ids = [...orderLineOf].map(([cart_line_id, line_id]) => ({ cart_line_id, line_id }))
  await trx.raw(COPY, { ids: JSON.stringify(ids) })
}

/** SQL: the unit of an order's line `li`, of which item `i` has the quantity; null where it was asked in base units, or changed since. */
export const ASKED_OF_ORDER_LINE = `(
  select jsonb_build_object('code', a.code, 'name', a.name, 'coefficient', trim_scale(a.coefficient)::text, 'quantity', trim_scale(a.quantity)::text)
  from asked_unit a where a.line_id = li.id and a.quantity * a.coefficient = i.quantity)`
