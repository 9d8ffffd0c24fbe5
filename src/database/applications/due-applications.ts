import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ApplicationRequisites, StandingRequisites } from "../../modules/company/rules/application-requisites"
import { isChangeMade, wishOf, type StandingEntity } from "../../modules/company/rules/requisites-change"
import { ACCOUNTS_OF, REQUISITES_OF } from "./standing-entity"

/** More are taken by the next run. */
const DUE_MAX = 500

/** Changes that are looked at together. Some wait for ever, so that all pages are read. */
const PAGE = 500

const DUE = `
  select a.id from application a join legal_entity le on le.id = a.legal_entity_id and le.deleted_at is null and le.state = 'active'
  where a.state = 'accepted' and a.kind <> 'requisites_change' and a.deleted_at is null
  order by a.created_at limit ${DUE_MAX}`

/** Accepted applications whose entity is active: all that was wanted has come. */
export async function dueApplications(db: Knex): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(DUE)
  return rows.map(({ id }) => id)
}

interface WantedChange extends StandingEntity {
  id: string
  wanted: ApplicationRequisites
  former: StandingRequisites | null
}

const CHANGES = `
  select a.id, a.requisites as wanted, a.former, ${REQUISITES_OF("le")} as requisites, ${ACCOUNTS_OF("le")} as accounts
  from application a join legal_entity le on le.id = a.legal_entity_id and le.deleted_at is null
  where a.state = 'accepted' and a.kind = 'requisites_change' and a.deleted_at is null and a.id > :after
  order by a.id limit ${PAGE}`

/** Accepted changes that the ERP has made. */
export async function madeChanges(db: Knex): Promise<string[]> {
  const made: string[] = []
  for (let after: string | undefined = ""; after !== undefined;) {
    const { rows }: { rows: WantedChange[] } = await db.raw<{ rows: WantedChange[] }>(CHANGES, { after })
    made.push(...rows.filter(({ wanted, former, ...entity }) => isChangeMade(entity, wishOf(wanted, former))).map(({ id }) => id))
    after = rows.length === PAGE ? rows.at(-1)?.id : undefined
  }
  return made
}

/** The new dealer's person while he is yet to set a password; null for everybody else. */
export async function uninvitedPerson(db: Knex, input: { id: string }): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select e.id from application a join employee e on e.id = a.employee_id and e.deleted_at is null and e.state = 'active'
     where a.id = :id and a.kind = 'new_dealer' and not exists (
       select from provider_identity p where p.entity_id = e.email and p.provider = 'emailpass' and p.deleted_at is null)`,
    input
  )
  return rows[0]?.id ?? null
}
