import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { userName } from "../queries/user-name"
import { insertApplicationEvent } from "./write-parts"

export interface AssignedApplication {
  /** Null when he had it already. */
  event_id: string | null
  before_user_id: string | null
  legal_entity_id: string | null
}

const LOCK = `
  select manager_user_id as before_user_id, coalesce(legal_entity_id, from_entity_id) as legal_entity_id
  from application where id = :id and deleted_at is null for update`
const USER = `select coalesce(${userName("u")}, u.email) as name from "user" u where u.id = :user_id and u.deleted_at is null`

/** Gives an application to a user, or to nobody. NOT_FOUND for an unknown application, with `user_unknown` for an unknown user. */
export async function assignApplication(
  db: Knex,
  { id, user_id, actor_name }: { id: string; user_id: string | null; actor_name: string | null }
): Promise<AssignedApplication> {
  return db.transaction(async (trx) => {
    const { rows } = await trx.raw<{ rows: Omit<AssignedApplication, "event_id">[] }>(LOCK, { id })
    if (!rows[0]) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Application with id: ${id} was not found`)
    }
    if (rows[0].before_user_id === user_id) {
      return { ...rows[0], event_id: null }
    }
    const message = user_id === null ? null : await nameOf(trx, user_id)
    await trx.raw(`update application set manager_user_id = :user_id, updated_at = now() where id = :id`, { id, user_id })
    return { ...rows[0], event_id: await insertApplicationEvent(trx, { application_id: id, kind: "assigned", actor_name, message }) }
  })
}

async function nameOf(trx: Knex, user_id: string): Promise<string> {
  const { rows } = await trx.raw<{ rows: { name: string }[] }>(USER, { user_id })
  if (!rows[0]) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no user ${user_id}.`, "user_unknown")
  }
  return rows[0].name
}

/** Gives it back to who had it before. */
export async function assignApplicationBack(
  db: Knex,
  { id, event_id, before_user_id }: { id: string; event_id: string; before_user_id: string | null }
): Promise<void> {
  await db.transaction(async (trx) => {
    await trx.raw(`update application set manager_user_id = :before_user_id where id = :id`, { id, before_user_id })
    await trx.raw(`delete from application_event where id = :event_id`, { event_id })
  })
}
