import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `select warehouse_ids from contract where id = :contract_id and legal_entity_id = :legal_entity_id and deleted_at is null`

/** Warehouses that a contract of a legal entity names, none = it draws from all; null where it is none of the entity's. */
export async function warehousesOfEntityContract(
  db: Knex,
  { contract_id, legal_entity_id }: { contract_id: string; legal_entity_id: string }
): Promise<string[] | null> {
  const { rows } = await db.raw<{ rows: { warehouse_ids: string[] }[] }>(SQL, { contract_id, legal_entity_id })
  return rows[0]?.warehouse_ids ?? null
}
