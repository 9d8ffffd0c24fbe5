import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { managersOf, type ManagerView } from "./managers-of"

/** A holding as staff see it; its entities are listed by `GET /admin/legal-entities?holding_id=`. */
export interface HoldingCard {
  id: string
  name: string
  /** Whether own part numbers of one entity are understood for all. */
  shares_part_numbers: boolean
  as_of: Date | null
  head: { id: string; name: string } | null
  entity_count: number
  managers: ManagerView[]
}

const SQL = `
  select h.id, h.name, h.shares_part_numbers, h.as_of,
    (select json_build_object('id', e.id, 'name', e.name) from legal_entity e where e.holding_id = h.id and e.is_head and e.deleted_at is null) as head,
    (select count(*)::int from legal_entity e where e.holding_id = h.id and e.deleted_at is null) as entity_count,
    ${managersOf("m.holding_id = h.id")} as managers
  from holding h where h.id = :id and h.deleted_at is null`

/** The card of a holding; null for an unknown one. */
export async function holdingCard(db: Knex, input: { id: string }): Promise<HoldingCard | null> {
  const result = await db.raw<{ rows: HoldingCard[] }>(SQL, input)
  return result.rows[0] ?? null
}
