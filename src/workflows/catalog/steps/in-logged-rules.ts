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

/** A transaction with goods and rules locked, and with its entry in the log, so that nothing is left to undo. `prices_being_loaded` as of `inRulesTransaction`. */
export async function inLoggedRules<Done>(
  container: MedusaContainer,
  task: (trx: Knex.Transaction) => Promise<Logged<Done>>
): Promise<Done> {
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  return inRulesTransaction(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
    const { done, entry } = await task(trx)
    if (entry) {
      await log.append([entry], trx)
    }
    return done
  })
}
