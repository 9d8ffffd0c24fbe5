import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** For whom an order shall be made, and where Medusa sells in the currency of his contract. */
export interface DraftParties {
  contract_number: string
  currency_code: string
  /** Null where no region has the currency. */
  region_id: string | null
  employee: { name: string; email: string; phone: string | null } | null
}

const SQL = `
  select c.number as contract_number, c.currency_code,
    (select r.id from region r where r.currency_code = c.currency_code and r.deleted_at is null order by r.created_at, r.id limit 1) as region_id,
    (select jsonb_build_object('name', e.name, 'email', e.email, 'phone', e.phone) from employee e where e.id = :employee_id and e.deleted_at is null) as employee
  from contract c
  where c.id = :contract_id and c.legal_entity_id = :legal_entity_id and c.deleted_at is null`

/** Null where the legal entity has no such contract. */
export async function partiesOfDraft(
  db: Knex,
  input: { legal_entity_id: string; contract_id: string; employee_id: string }
): Promise<DraftParties | null> {
  return (await db.raw<{ rows: DraftParties[] }>(SQL, input)).rows[0] ?? null
}
