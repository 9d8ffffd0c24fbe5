import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { containing } from "../like"

export interface DealerEntity {
  id: string
  name: string
  /** Null where he has no right to requisites, as where there is none. */
  inn: string | null
  kpp: string | null
  is_head: boolean
  holding_id: string | null
  state: "applied" | "under_review" | "active" | "blocked" | "closed"
}

export interface DealerEntityFilter {
  id?: string | undefined
  state?: string | undefined
  /** Part of the name; of the official name or the ИНН too, where requisites are open. */
  q?: string | undefined
}

/** What a dealer sees: names of the first, requisites of the second. */
export interface EntitySight {
  entity_ids: string[]
  requisite_entity_ids: string[]
}

const SQL = `
  with sight as (
    select le.*, le.id = any(cast(:requisite_entity_ids as text[])) as is_open
    from legal_entity le
    where le.deleted_at is null and le.id = any(cast(:entity_ids as text[]))
  ),
  found as materialized (
    select * from sight le
    where (cast(:id as text) is null or le.id = :id) and (cast(:state as text) is null or le.state = :state)
      and (cast(:words as text) is null or lower(translate(le.name, 'Ёё', 'Ее')) like :words
        or le.is_open and lower(translate(concat(le.official_name, ' ', le.inn), 'Ёё', 'Ее')) like :words)
  )
  select (select count(*)::int from found) as count,
    (select coalesce(json_agg(page), '[]') from (
      select id, name, case when is_open then inn end as inn, case when is_open then kpp end as kpp, is_head, holding_id, state
      from found order by name ${AS_READ}, id limit :limit offset :offset) page) as rows`

/** A page of the entities in a dealer's sight, by name, and how many there are. */
export async function listDealerEntities(
  db: Knex,
  input: { sight: EntitySight; filter: DealerEntityFilter; limit: number; offset: number }
): Promise<{ rows: DealerEntity[]; count: number }> {
  const { id = null, state = null, q } = input.filter
  const words = q === undefined ? null : containing(q.toLowerCase().replaceAll("ё", "е"))
  const { limit, offset } = input
  const result = await db.raw<{ rows: { rows: DealerEntity[]; count: number }[] }>(SQL, { ...input.sight, id, state, words, limit, offset })
  return result.rows[0] ?? { rows: [], count: 0 }
}
