import { AS_READ } from "@kontor/framework"
import type { Right } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** More roles than anybody chooses from. */
const ROLES_MAX = 200

const SQL = `
  select r.id, r.code, r.name, r.rights from role r
  where r.deleted_at is null and (r.holding_id is null or r.holding_id in (
    select le.holding_id from legal_entity le where le.id = any(cast(:entity_ids as text[])) and le.deleted_at is null))
  order by r.name ${AS_READ}, r.id limit ${ROLES_MAX}`

/** Custom roles that people of these entities may have, by name. */
export async function rolesOfEntities(
  db: Knex,
  input: { entity_ids: string[] }
): Promise<{ id: string; code: string; name: string; rights: Right[] }[]> {
  const { rows } = await db.raw<{ rows: { id: string; code: string; name: string; rights: Right[] }[] }>(SQL, input)
  return rows
}
