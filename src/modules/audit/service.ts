import type { AuditInput, AuditLog } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { fitFacts } from "./rules/fit-facts"
import { appendEntries, type NewEntry } from "./sql/append-entries"

interface Dependencies {
  __pg_connection__: Knex
}

/** The log of what was done. It can be added to and read, nothing else; the database holds that too. */
export default class AuditModuleService implements AuditLog {
  private readonly knex: Knex

  constructor({ __pg_connection__ }: Dependencies) {
    this.knex = __pg_connection__
  }

  /**
   * Adds entries. Given the transaction that does the thing itself, they are there exactly if it is.
   *
   * @param transaction defaults to a statement of its own
   */
  async append(entries: AuditInput[], transaction: Knex = this.knex): Promise<void> {
    if (entries.length) {
      await appendEntries(transaction, entries.map(toRow))
    }
  }
}

function toRow({ actor, before, after, legal_entity_id, ...what }: AuditInput): NewEntry {
  return {
    ...what,
    id: generateEntityId(undefined, "audt"),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    acting_for_employee_id: actor.acting_for_employee_id,
    legal_entity_id: legal_entity_id ?? null,
    ip: actor.ip,
    user_agent: actor.user_agent,
    before: fitFacts(before),
    after: fitFacts(after),
  }
}
