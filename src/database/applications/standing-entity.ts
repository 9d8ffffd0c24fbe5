import { REQUISITE_TEXTS } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ApplicationBankAccount } from "../../modules/company/rules/application-requisites"
import type { FactSource } from "../../modules/company/rules/fact-source"
import type { StandingEntity } from "../../modules/company/rules/requisites-change"

/** The texts and the accounts of the entity under this alias, as JSON. */
export const REQUISITES_OF = (alias: string) =>
  `jsonb_build_object(${REQUISITE_TEXTS.map((field) => `'${field}', ${alias}.${field}`).join(", ")})`
export const ACCOUNTS_OF = (alias: string) => `
  (select coalesce(jsonb_agg(jsonb_build_object('bic', b.bic, 'account', b.account, 'bank_name', b.bank_name,
      'correspondent_account', b.correspondent_account, 'is_default', b.is_default) order by b.is_default desc, b.id), '[]')
    from bank_account b where b.legal_entity_id = ${alias}.id and b.deleted_at is null)`

/** An entity as it stands, with its owner. */
export interface OwnedEntity extends StandingEntity {
  id: string
  source: FactSource
  accounts: ApplicationBankAccount[]
}

const SQL = `
  select e.id, e.source, ${REQUISITES_OF("e")} as requisites, ${ACCOUNTS_OF("e")} as accounts
  from legal_entity e where e.id = :id and e.deleted_at is null`

/** Null for an unknown id. */
export async function standingEntity(db: Knex, input: { id: string }): Promise<OwnedEntity | null> {
  const { rows } = await db.raw<{ rows: OwnedEntity[] }>(SQL, input)
  return rows[0] ?? null
}
