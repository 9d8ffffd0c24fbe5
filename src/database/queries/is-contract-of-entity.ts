import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const SQL = `
  select exists (select from contract where id = :contract_id and legal_entity_id = :legal_entity_id and deleted_at is null) as is_its`

/** Whether a contract is one of a legal entity. */
export async function isContractOfEntity(
  db: Knex,
  { contract_id, legal_entity_id }: { contract_id: string; legal_entity_id: string }
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_its: boolean }[] }>(SQL, { contract_id, legal_entity_id })
  return rows[0]?.is_its ?? false
}
