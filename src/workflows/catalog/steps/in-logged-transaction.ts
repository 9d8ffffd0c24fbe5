import type { AuditInput } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { inRulesTransaction } from "../../../database/pricing/in-rules-transaction"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"

/** What a task has done, and what the log says of it; null = nothing has changed. */
export interface Logged<Done> {
  done: Done
  entry: AuditInput | null
}

type Task<Done> = (trx: Knex.Transaction) => Promise<Logged<Done>>

/** A transaction with its entry in the log, so that nothing is left to undo. */
export function inLoggedTransaction<Done>(container: MedusaContainer, task: Task<Done>): Promise<Done> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return db.transaction(withEntry(container, task))
}

/** The same with goods and rules locked. `prices_being_loaded` as of `inRulesTransaction`. */
export function inLoggedRules<Done>(container: MedusaContainer, task: Task<Done>): Promise<Done> {
  return inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), withEntry(container, task))
}

function withEntry<Done>(container: MedusaContainer, task: Task<Done>): (trx: Knex.Transaction) => Promise<Done> {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  return async (trx) => {
    const { done, entry } = await task(trx)
    if (entry) {
      await log.append([entry], trx)
    }
    return done
  }
}
