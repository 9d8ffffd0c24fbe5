import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import type { ResolvedChoice } from "./entry-choice"
import { matchingEntries } from "./matching-entries"
import { sightName } from "./visible-entries"

/**
 * How many entries would be found if only what is in stock were wanted as well. Stock changes by the minute, so nothing is kept; it costs about as much
 * as the page of the same choice.
 *
 * @param warehouse_ids of the contract; none named = all
 */
export async function countInStock(db: Knex, { chosen, ...filter }: ResolvedChoice, warehouse_ids: readonly string[]): Promise<number> {
  const { shape, sought, entries, bindings } = matchingEntries({
    ...filter,
    chosen: chosen.map(({ value_keys }) => value_keys),
    in_stock: { warehouse_ids },
  })
  const text = `with sought as materialized (${sought([])}) select count(*)::int as count from (${entries("e.key")}) e`
  const [row] = await prepared<{ count: number }>(db, shape && `in-stock-of-${shape}${sightName(filter.sight)}`, text, bindings)
  return row?.count ?? 0
}
