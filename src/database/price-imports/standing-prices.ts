import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StandingPrice } from "../../modules/contract-pricing/rules/compare-prices"
import { TOLD_BY } from "./subjects/position"
import { STATEMENTS } from "./subjects/statements"
import { WITHOUT_STOCK } from "./subjects/stock"
import type { FileSubject } from "./subjects/subject"

/** What stands, with what a file tells of it; `amount` is a price, a quantity or a sort number. */
export interface FiledPrice extends StandingPrice {
  variant_id: string
  title: string
  variant_title: string | null
  /** What the price is of: the name of a sales unit of the product, "×12" where it has none that holds so many. */
  unit: string
  document: string | null
  /** The sort number that holds while the product is given none. */
  now?: string | null
}

/** All prices of a type or contract, all stock of a warehouse, by article; all sort numbers in their order. `keys`: of these entries alone. */
export async function standingPrices(db: Knex, { kind, id }: FileSubject, keys: readonly number[] | null = null): Promise<FiledPrice[]> {
  const all = STATEMENTS[kind].standing
  const sql = keys === null ? all : `select s.* from (${all}) s where s.entry_key = any(cast(:keys as int[]))`
  const { rows } = await db.raw<{ rows: FiledPrice[] }>(sql, { id, ...(keys === null ? {} : { keys: [...keys] }) })
  return rows
}

/** What is sold and stands nowhere among it yet, so that a file can be filled in. */
export async function unfilledEntries(db: Knex, { kind, id }: FileSubject): Promise<Omit<FiledPrice, "amount">[]> {
  const { unfilled } = STATEMENTS[kind]
  return unfilled === null ? [] : (await db.raw<{ rows: Omit<FiledPrice, "amount">[] }>(unfilled, { id })).rows
}

/** A text that is another one as soon as any of it is. */
export async function stateOfPrices(db: Knex, { kind, id }: FileSubject): Promise<string> {
  const { rows } = await db.raw<{ rows: { state: string }[] }>(STATEMENTS[kind].state, { id })
  return rows[0]?.state ?? ""
}

const ROW_KEYS: Partial<Record<FileSubject["kind"], string>> = { stock: WITHOUT_STOCK, position: TOLD_BY }

/** By which entry a file tells of each of these, where that is another one; null = of this one it cannot tell. */
export async function rowKeys(db: Knex, { kind }: FileSubject, keys: readonly number[]): Promise<Map<number, number | null>> {
  const sql = ROW_KEYS[kind]
  if (sql === undefined || keys.length === 0) {
    return new Map()
  }
  const { rows } = await db.raw<{ rows: { key: number; row_key: number | null }[] }>(sql, { keys: [...new Set(keys)] })
  return new Map(rows.map(({ key, row_key }) => [key, row_key]))
}
