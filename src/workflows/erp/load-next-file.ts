import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId, Modules } from "@medusajs/framework/utils"
import { applyPackage } from "../../database/loads/apply-package"
import { claimNext, lockSource, type ClaimedEntry } from "../../database/loads/inbox/claim-next"
import { failRun } from "../../database/loads/inbox/fail-run"
import { finishRun } from "../../database/loads/inbox/finish-run"
import { ERP_MODULE } from "../../modules/erp"
import { classifyFailure } from "../../modules/erp/rules/classify-failure"
import { kindOfFile } from "../../modules/erp/rules/kind-of-file"
import type ErpModuleService from "../../modules/erp/service"
import { ensureStoreDefaults } from "../store/ensure-store-defaults"

/** Event: a package is in the database. */
export const PACKAGE_APPLIED = "erp.package_applied"

export interface PackageApplied {
  /** Of the inbox entry. */
  id: string
  run_id: string
  source: string
  /** What the package brought, as the figures of the run name it: `prices`, `legal_entities` … */
  kinds: string[]
}

/** `busy`: another process holds the source; `idle`: nothing waits; `retry`: failed, and may be tried again. */
export type LoadOutcome = { state: "busy" | "idle" } | { state: "done" | "failed" | "retry"; inbox_id: string; attempts: number }

/**
 * Applies the oldest waiting file of a source in one transaction, which also holds the source's lock and closes the run. Killed at any
 * moment, it leaves nothing behind but an entry that says "running" under a lock that is gone.
 */
export async function loadNextFile(container: MedusaContainer, source: string): Promise<LoadOutcome> {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const runId = generateEntityId(undefined, "xrun")
  let entry: ClaimedEntry | null = null
  let kinds: string[] = []
  try {
    const outcome = await db.transaction<LoadOutcome>(async (trx) => {
      if (!(await lockSource(trx, source))) {
        return { state: "busy" }
      }
      entry = await claimNext(db, source, { id: runId, kindOf: kindOfFile })
      if (!entry) {
        return { state: "idle" }
      }
      kinds = await loadEntry(container, trx, { entry, runId })
      return { state: "done", inbox_id: entry.id, attempts: entry.attempts }
    })
    if (outcome.state === "done") {
      await announce(container, { id: outcome.inbox_id, run_id: runId, source, kinds })
    }
    return outcome
  } catch (error) {
    return recordFailure(container, db, { entry, runId, error })
  }
}

/** Gives the kinds of things that the package brought. */
async function loadEntry(
  container: MedusaContainer,
  trx: Knex.Transaction,
  load: { entry: ClaimedEntry; runId: string }
): Promise<string[]> {
  const { entry, runId } = load
  const erp = container.resolve<ErpModuleService>(ERP_MODULE)
  const outcome = await applyPackage(trx, {
    source: entry.source,
    runId,
    receivedAt: new Date(entry.received_at),
    sha256: entry.sha256,
    records: erp.adapter(entry.adapter).read({ path: entry.path, filename: entry.filename, bytes: entry.bytes }),
    defaults: await ensureStoreDefaults(container),
    options: erp.options,
  })
  await finishRun(trx, runId, entry.id, outcome)
  return Object.keys(outcome.counts)
}

async function recordFailure(
  container: MedusaContainer,
  db: Knex,
  failed: { entry: ClaimedEntry | null; runId: string; error: unknown }
): Promise<LoadOutcome> {
  const { entry, runId, error } = failed
  if (!entry) {
    throw error
  }
  const failure = classifyFailure(error, entry.attempts)
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(`Load of ${entry.filename} (${entry.id}) failed: ${failure.code}: ${failure.message}`)
  await failRun(db, runId, failure)
  return { state: failure.retry ? "retry" : "failed", inbox_id: entry.id, attempts: entry.attempts }
}

/** After the commit. The load stands whether or not anybody hears of it, so a failing event bus is logged and no more. */
async function announce(container: MedusaContainer, data: PackageApplied): Promise<void> {
  try {
    await container.resolve(Modules.EVENT_BUS).emit({ name: PACKAGE_APPLIED, data })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`${PACKAGE_APPLIED} of ${data.id} was not sent: ${reason}`)
  }
}
