import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A line as it was judged: `code` null = the ERP's price holds. */
export interface RefinementLine {
  line_id: string
  our_price: string
  erp_price: string | null
  code: "line_missing" | "amount_far_off" | "unknown_to_erp" | null
}

export interface RefinementWrite {
  cart_id: string
  contract_id: string
  source: string
  /** What the cart was made of when the ERP was asked. */
  lines_digest: string
  document: string | null
  /** ISO 8601; null = now. */
  as_of: string | null
  hold_minutes: number
  lines: RefinementLine[]
}

const FORGET_FAILURE = `delete from cart_refinement_failure where cart_id = ?`

const HEAD = `
  insert into cart_refinement (cart_id, contract_id, lines_digest, source, document, as_of, refined_at, valid_until)
  values (:cart_id, :contract_id, :lines_digest, :source, :document, coalesce(cast(:as_of as timestamptz), now()), now(),
    now() + cast(:hold_minutes as int) * interval '1 minute')`

const LINES = `
  insert into cart_refinement_line (cart_id, line_id, our_price, erp_price, code)
  select :cart_id, l.line_id, l.our_price, l.erp_price, l.code
  from jsonb_to_recordset(cast(:lines as jsonb)) as l(line_id text, our_price numeric, erp_price numeric, code text)`

/**
 * Nothing is asked of what is long over; lines of a refinement go with it. Each table is swept by whoever writes to it, so that neither grows where
 * the ERP never answers. Rows that somebody else has at hand are left, or two sweeps might wait for each other.
 */
const sweep = (table: string, moment: string) => `
  delete from ${table} where cart_id in (
    select cart_id from ${table} where ${moment} < now() - interval '7 days' for update skip locked)`

const SWEEP = sweep("cart_refinement", "valid_until")

const FAILURE = `
  with swept as (${sweep("cart_refinement_failure", "at")} and cart_id <> :cart_id)
  insert into cart_refinement_failure (cart_id, code, at) values (:cart_id, :code, now())
  on conflict (cart_id) do update set code = excluded.code, at = excluded.at`

/** Keeps what the ERP said of a cart in place of what it said before, under the lock of the cart. */
export async function writeRefinement(trx: Knex.Transaction, { lines, ...head }: RefinementWrite): Promise<void> {
  await forgetRefinement(trx, head.cart_id)
  await trx.raw(HEAD, head)
  await trx.raw(LINES, { cart_id: head.cart_id, lines: JSON.stringify(lines) })
  await trx.raw(SWEEP)
}

/** Takes away what was kept of a cart, as when it has become an order. */
export async function forgetRefinement(trx: Knex.Transaction, cartId: string): Promise<void> {
  await trx.raw(`delete from cart_refinement where cart_id = ?`, [cartId])
  await trx.raw(FORGET_FAILURE, [cartId])
}

/** Keeps why the ERP said nothing; what it said before holds as long as it would. */
export async function writeRefinementFailure(db: Knex, failure: { cart_id: string; code: string }): Promise<void> {
  await db.raw(FAILURE, failure)
}
