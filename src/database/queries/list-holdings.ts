import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { countedPage, type CountedRow } from "../counted-page"
import { containing } from "../like"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

export interface HoldingListing {
  id: string
  name: string
  /** All of its entities, whosever clients they are. */
  entity_count: number
}

const SQL = `
  with found as materialized (
    select h.id, h.name from holding h
    where h.deleted_at is null
      and (cast(:pattern as text) is null or h.name ilike cast(:pattern as text))
      and (cast(:sees_all as boolean) or exists (
        select from legal_entity le where le.holding_id = h.id and le.deleted_at is null and ${clientOfManager("le")}))
  ),
  page as (select * from found order by name ${AS_READ}, id limit :limit offset :offset)
  select counted.total_count, p.id, p.name,
    (select count(*)::int from legal_entity e where e.holding_id = p.id and e.deleted_at is null) as entity_count
  from (select count(*)::int as total_count from found) as counted
  left join page p on true
  order by p.name ${AS_READ}, p.id`

/** A page of the holdings with a client of the manager, by name, and how many there are. `q` is part of a name. */
export async function listHoldings(
  db: Knex,
  input: { q: string | null; scope: ManagerScope; limit: number; offset: number }
): Promise<{ holdings: HoldingListing[]; count: number }> {
  const { q, scope, limit, offset } = input
  const { rows } = await db.raw<{ rows: CountedRow<HoldingListing>[] }>(SQL, {
    ...scope,
    pattern: q === null ? null : containing(q),
    limit,
    offset,
  })
  const { rows: holdings, count } = countedPage(rows)
  return { holdings, count }
}
