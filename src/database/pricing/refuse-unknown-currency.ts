import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"

/** A rule of money in a currency that there is not would never hold, and say nothing. `subject` is the rule as a sentence names it. Throws INVALID_DATA `currency_unknown`. */
export async function refuseUnknownCurrency(db: Knex, code: string | null, subject: string): Promise<void> {
  const { rows } = await db.raw<{ rows: object[] }>(`select from currency where code = lower(:code) and deleted_at is null`, { code })
  if (code !== null && rows.length === 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${subject}: there is no currency ${code}.`, "currency_unknown")
  }
}
