import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { applicationOfManager } from "../applications/application-scope"
import { clientOfManager, type ManagerScope } from "./client-of-manager"

/** What leads from the id of a thing to the legal entities it belongs to; one of them being a client is enough. */
const ENTITIES_OF = {
  legal_entity: `select le.id from legal_entity le where le.id = :id and ${clientOfManager("le")}`,
  holding: `select le.id from legal_entity le where le.holding_id = :id and le.deleted_at is null and ${clientOfManager("le")}`,
  contract: `select c.id from contract c join legal_entity le on le.id = c.legal_entity_id where c.id = :id and ${clientOfManager("le")}`,
  employee: `select m.id from employee_membership m join legal_entity le on le.id = m.legal_entity_id and le.deleted_at is null
    where m.employee_id = :id and m.deleted_at is null and ${clientOfManager("le")}`,
  order: `select ole.id from order_legal_entity ole join legal_entity le on le.id = ole.legal_entity_id
    where ole.order_id = :id and ole.deleted_at is null and ${clientOfManager("le")}`,
  application: `select a.id from application a where a.id = :id and a.deleted_at is null and ${applicationOfManager("a")}`,
} as const

export type ClientThing = keyof typeof ENTITIES_OF

/** Whether a thing belongs to a client of the manager. Asked only of managers who do not see everything: a thing of no entity is nobody's. */
export async function isClientInScope(db: Knex, input: { thing: ClientThing; id: string; scope: ManagerScope }): Promise<boolean> {
  const { thing, id, scope } = input
  const result = await db.raw<{ rows: unknown[] }>(`${ENTITIES_OF[thing]} limit 1`, { id, ...scope })
  return result.rows.length > 0
}
