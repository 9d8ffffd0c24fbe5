import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { normaliseSearchKey } from "../../modules/catalog/rules/normalise-search-key"
import { countedPage, type CountedRow } from "../counted-page"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

export interface PartNumber {
  id: string
  number: string
  variant_id: string
  article: string | null
  title: string
  variant_title: string | null
}

export interface PartNumbersQuery {
  legal_entity_id: string
  sight: Sight
  /** Part of a number; empty = all. */
  q: string
  limit: number
  offset: number
}

/** Those of goods that the dealer does not see now wait until he does. */
const sql = (sight: Sight) => `
  with found as materialized (
    select p.id, p.number, p.number_key, e.variant_id, e.article, e.title, e.variant_title
    from dealer_part_number p join catalog_entry e on e.key = p.entry_key and e.is_listed and ${isVisible(sight)}
    where p.legal_entity_id = :legal_entity_id and p.number_key like :pattern
  ),
  page as (select * from found order by number_key limit :limit offset :offset)
  select counted.total_count, page.id, page.number, page.variant_id, page.article, page.title, page.variant_title
  from (select count(*)::int as total_count from found) as counted left join page on true
  order by page.number_key`

/** A dealer's own numbers, in their order. */
export async function listPartNumbers(db: Knex, query: PartNumbersQuery): Promise<{ part_numbers: PartNumber[]; count: number }> {
  const { legal_entity_id, sight, q, limit, offset } = query
  const { rows } = await db.raw<{ rows: CountedRow<PartNumber>[] }>(sql(sight), {
    ...{ legal_entity_id, limit, offset, pattern: `%${normaliseSearchKey(q) ?? ""}%` },
    ...sightBindings(sight),
  })
  const { rows: part_numbers, count } = countedPage(rows)
  return { part_numbers, count }
}
