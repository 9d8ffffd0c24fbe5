import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { pricesOfLines } from "./prices-of-lines"

interface WithheldQuery {
  contract_id: string
  currency_code: string
  /** YYYY-MM-DD */
  day: string
  entry_keys: readonly number[]
}

const ANY = `
  select exists (
    select from price_adjustment where kind = 'withheld' and deleted_at is null and cast(:day as date) between starts_on and ends_on
  ) as has`

/**
 * Which of these products rules withhold from sale under a contract, by key, with the name of the nearest rule. Costs one small statement where
 * nothing is withheld from anybody.
 */
export async function withheldEntries(db: Knex, { entry_keys, ...query }: WithheldQuery): Promise<Map<number, string>> {
  const keys = [...new Set(entry_keys)]
  const { rows } = await db.raw<{ rows: { has: boolean }[] }>(ANY, { day: query.day })
  if (keys.length === 0 || !rows[0]?.has) {
    return new Map()
  }
  const prices = await pricesOfLines(db, { ...query, lines: keys.map((entry_key) => ({ entry_key, quantity: "1" })) })
  return new Map(
    keys.flatMap((entry_key, index) => {
      const withheld = prices[index]?.withheld ?? null
      return withheld === null ? [] : [[entry_key, withheld] as const]
    })
  )
}
