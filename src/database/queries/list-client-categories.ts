import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FactSource } from "../../modules/company/rules/fact-source"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"

interface ClientCategoryListing {
  id: string
  name: string
  source: FactSource
  trading_hours: object | null
}

const SQL = `
  with found as materialized (
    select id, name, source, trading_hours from client_category
    where deleted_at is null and (cast(:pattern as text) is null or name ilike cast(:pattern as text))
  ),
  page as (select * from found order by name ${AS_READ}, id limit :limit offset :offset)
  select counted.total_count, p.id, p.name, p.source, p.trading_hours
  from (select count(*)::int as total_count from found) as counted
  left join page p on true
  order by p.name ${AS_READ}, p.id`

/** A page of the categories of clients, by name, and how many there are. `q` is part of a name. */
export async function listClientCategories(db: Knex, input: { q: string | undefined; limit: number; offset: number }) {
  const { q, limit, offset } = input
  const { rows } = await db.raw<{ rows: CountedRow<ClientCategoryListing>[] }>(SQL, {
    pattern: q === undefined ? null : containing(q),
    limit,
    offset,
  })
  const { rows: categories, count } = countedPage(rows)
  return { categories, count }
}
