import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A line of a cart that may have its quantity though the rules forbid it, and who says so. */
export interface QuantityBypass {
  cart_line_id: string
  /** Base units; for another quantity it does not count. */
  quantity: string
  /** What the line would have been refused as. */
  code: string
}

export interface QuantityBypassWrite {
  cart_id: string
  /** Under another contract it does not count. */
  contract_id: string
  reason: string
  user_id: string
  user_name: string | null
  lines: QuantityBypass[]
}

const KEEP = `
  insert into quantity_bypass (cart_line_id, cart_id, contract_id, quantity, code, reason, user_id, user_name)
  select l.cart_line_id, :cart_id, :contract_id, l.quantity::numeric, l.code, :reason, :user_id, :user_name
  from jsonb_to_recordset(cast(:lines as jsonb)) as l(cart_line_id text, quantity text, code text)
  on conflict (cart_line_id) do update set (cart_id, contract_id, quantity, code, reason, user_id, user_name, created_at)
    = (excluded.cart_id, excluded.contract_id, excluded.quantity, excluded.code, excluded.reason, excluded.user_id, excluded.user_name, now())`

/** Of cart line `l`: for the quantity that it has, under the contract. */
const OF_LINE = "quantity_bypass b where b.cart_line_id = l.id and b.quantity = l.quantity and b.contract_id = :contract_id"

const BYPASSED = `select l.id from cart_line_item l where l.cart_id = :cart_id and l.deleted_at is null and exists (select from ${OF_LINE})`

/** SQL: what an order keeps of it with the line, as JSON with one key; empty where cart line `l` was let past nothing. */
export const KEPT_BYPASS = `
  coalesce((
    select jsonb_build_object('quantity_bypass', jsonb_build_object('code', b.code, 'reason', b.reason, 'user_id', b.user_id, 'user_name', b.user_name,
      'at', to_jsonb(b.created_at) #>> '{}'))
    from ${OF_LINE}), '{}')`

/** Keeps for lines of a cart, under its lock, that they were let past the rules. */
export async function keepBypasses(trx: Knex.Transaction, { lines, ...bypass }: QuantityBypassWrite): Promise<void> {
  await trx.raw(KEEP, { ...bypass, lines: JSON.stringify(lines) })
}

/** Ids of the lines of a cart that were let past the rules with the quantity that they have, under this contract. */
export async function bypassedLines(db: Knex, input: { cart_id: string; contract_id: string }): Promise<ReadonlySet<string>> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(BYPASSED, input)
  return new Set(rows.map(({ id }) => id))
}
