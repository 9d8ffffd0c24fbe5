import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DeliveryPointView } from "../../modules/company/rules/present-delivery-point"
import { containing } from "../like"

export interface DeliveryPointFilter {
  legal_entity_id?: string | undefined
  kind?: string | undefined
  is_active?: boolean | undefined
  /** Part of the name or of the address. */
  q?: string | undefined
}

const COLUMNS = ["id", "legal_entity_id", "kind", "name", "address", "contact", "phone", "comment", "is_active", "source", "as_of"]

const SQL = `
  with found as materialized (
    select p.* from delivery_point p
    where p.deleted_at is null and p.legal_entity_id = any(cast(:entity_ids as text[]))
      and (cast(:legal_entity_id as text) is null or p.legal_entity_id = cast(:legal_entity_id as text))
      and (cast(:kind as text) is null or p.kind = cast(:kind as text))
      and (cast(:is_active as boolean) is null or p.is_active = cast(:is_active as boolean))
      and (cast(:pattern as text) is null or p.name ilike cast(:pattern as text) or p.address ilike cast(:pattern as text))
  )
  select (select count(*)::int from found) as count,
    (select coalesce(json_agg(page), '[]') from
      (select ${COLUMNS.join(", ")} from found order by name ${AS_READ}, id limit :limit offset :offset) page) as rows`

/** A page of the delivery points of the entities, by name, and how many there are. */
export async function listDeliveryPoints(
  db: Knex,
  input: { filter: DeliveryPointFilter; entity_ids: string[]; limit: number; offset: number }
): Promise<{ rows: DeliveryPointView[]; count: number }> {
  const { q, legal_entity_id = null, kind = null, is_active = null } = input.filter
  const pattern = q === undefined ? null : containing(q)
  const { entity_ids, limit, offset } = input
  const result = await db.raw<{ rows: { rows: DeliveryPointView[]; count: number }[] }>(SQL, {
    legal_entity_id,
    kind,
    is_active,
    pattern,
    entity_ids,
    limit,
    offset,
  })
  return result.rows[0] ?? { rows: [], count: 0 }
}
