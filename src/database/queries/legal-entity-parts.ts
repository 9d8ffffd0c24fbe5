import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FactSource } from "../../modules/company/rules/fact-source"
import type { DeliveryPointView } from "../../modules/company/rules/present-delivery-point"
import { managersOf, PARTS_MAX, type ManagerView } from "./managers-of"

export interface BankAccountView {
  id: string
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  is_default: boolean
  source: FactSource
  as_of: Date | null
}

/** What hangs on a legal entity. */
export interface LegalEntityParts {
  bank_accounts: BankAccountView[]
  categories: { id: string; name: string; source: FactSource }[]
  managers: ManagerView[]
  delivery_points: DeliveryPointView[]
}

const SQL = `
  select
    (select coalesce(json_agg(part), '[]') from (
      select id, bic, account, bank_name, correspondent_account, is_default, source, as_of from bank_account
      where legal_entity_id = e.id and deleted_at is null order by is_default desc, bic, account limit ${PARTS_MAX}) part) as bank_accounts,
    (select coalesce(json_agg(part), '[]') from (
      select c.id, c.name, p.source from legal_entity_category p join client_category c on c.id = p.client_category_id and c.deleted_at is null
      where p.legal_entity_id = e.id and p.deleted_at is null order by c.name ${AS_READ}, c.id limit ${PARTS_MAX}) part) as categories,
    ${managersOf("m.legal_entity_id = e.id or m.holding_id = e.holding_id")} as managers,
    (select coalesce(json_agg(part), '[]') from (
      select id, legal_entity_id, kind, name, address, contact, phone, comment, is_active, source, as_of from delivery_point
      where legal_entity_id = e.id and deleted_at is null order by is_active desc, name ${AS_READ}, id limit ${PARTS_MAX}) part) as delivery_points
  from legal_entity e where e.id = :legal_entity_id and e.deleted_at is null`

/** Everything that hangs on an entity, in one statement; nothing for an unknown one. */
export async function legalEntityParts(db: Knex, input: { legal_entity_id: string }): Promise<LegalEntityParts> {
  const result = await db.raw<{ rows: LegalEntityParts[] }>(SQL, input)
  return result.rows[0] ?? { bank_accounts: [], categories: [], managers: [], delivery_points: [] }
}
