import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../../prepared"
import { FEW_ENTRIES, priceBindings, type PriceSize, type PriceTerms } from "./price-facts"

/** A statement over price facts in both of its texts. */
export interface SizedStatement {
  /** Under which its text of few entries is prepared. */
  name: string
  texts: Record<PriceSize, string>
}

/** Makes both texts of a statement. */
export const sizedStatement = (name: string, text: (size: PriceSize) => string): SizedStatement => {
  return { name, texts: { few: text("few"), many: text("many") } }
}

/** Runs a statement for so many entries: of few it is prepared, of many it is planned for them. */
export async function priceRows<Row>(
  db: Knex,
  { name, texts }: SizedStatement,
  terms: PriceTerms,
  keys: readonly number[]
): Promise<Row[]> {
  const bindings = priceBindings(terms, keys)
  return keys.length <= FEW_ENTRIES
    ? prepared<Row>(db, name, texts.few, bindings)
    : (await db.raw<{ rows: Row[] }>(texts.many, bindings)).rows
}
