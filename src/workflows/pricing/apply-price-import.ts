import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { applyImport, type ImportOrder, undoImport } from "../../database/price-imports/apply-import"
import type { FileSubject } from "../../database/price-imports/subjects/subject"
import { PricingEvents } from "../../modules/contract-pricing/events"
import { recordAuditStep } from "../audit/steps/record-audit"

const applyPriceImportStep = createStep(
  "apply-price-import",
  async (order: ImportOrder, { container }) => {
    const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    const { found, is_applied } = await db.transaction((trx) => applyImport(trx, order))
    const { id, kind, subject_id, file_name, file_sha256, counts } = found
    const holder = kind === "contract" ? await termsOfContract(db, { contract_id: subject_id }) : null
    const facts = { id, kind, subject_id, legal_entity_id: holder?.entity.id ?? null, file_name, file_sha256, counts, is_applied }
    return new StepResponse(facts, is_applied ? id : null)
  },
  async (id, { container }) => {
    if (id) {
      const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
      await db.transaction((trx) => undoImport(trx, id))
    }
  }
)

/** As what the audit log has it. */
const LOGGED: Record<FileSubject["kind"], { action: string; subject_type: string }> = {
  price_type: { action: "price_import.applied", subject_type: "price_type" },
  contract: { action: "price_import.applied", subject_type: "contract" },
  stock: { action: "stock_import.applied", subject_type: "stock_location" },
  position: { action: "position_import.applied", subject_type: "catalog" },
}

/** Applies a file as it was shown. The same order again changes nothing. Refusals: see `applyImport`. */
export const applyPriceImportWorkflow = createWorkflow("apply-price-import", (input: ImportOrder & { actor: Actor }) => {
  const order = transform({ input }, ({ input: { actor: _, ...rest } }) => rest)
  const applied = applyPriceImportStep(order)
  when({ applied }, (data) => data.applied.is_applied).then(() => {
    const entry = transform(
      { input, applied },
      ({ input: { actor, mode, id: import_id }, applied: { kind, subject_id, legal_entity_id, ...file } }) => ({
        actor,
        ...LOGGED[kind],
        subject_id,
        // Managers read of their clients: without it a file would change prices of a contract and its manager never hear of it.
        legal_entity_id,
        before: null,
        after: { import_id, mode, file_name: file.file_name, file_sha256: file.file_sha256, ...file.counts },
      })
    )
    recordAuditStep(entry)
    emitEventStep({ eventName: PricingEvents.PRICE_IMPORT_APPLIED, data: transform({ applied }, (data) => ({ id: data.applied.id })) })
  })
  return new WorkflowResponse(applied)
})
