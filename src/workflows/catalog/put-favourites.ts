import type { Actor } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { putFavourites, type PutFavourites } from "../../database/favourites/put-favourites"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"

export interface PutFavouritesInput extends PutFavourites {
  actor: Actor
}

/** Variants that an entry in the log names. */
const LOGGED_MAX = 100

/** One transaction with its entry in the log, so that nothing is left to undo. A person's own list is his own business. */
const putFavouritesStep = createStep("put-favourites", async ({ actor, ...input }: PutFavouritesInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const log = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { owner_kind, owner_id } = input.owner
  const changed = await db.transaction(async (trx) => {
    const size = await putFavourites(trx, input)
    if (size > 0 && owner_kind === "legal_entity") {
      const action = input.is_favourite ? "favourites.added" : "favourites.removed"
      const after = { products: size, variant_ids: input.variant_ids.slice(0, LOGGED_MAX) }
      await log.append([{ actor, action, subject_type: "legal_entity", subject_id: owner_id, legal_entity_id: owner_id, after }], trx)
    }
    return size
  })
  return new StepResponse({ changed })
})

/** Puts products on a list of favourites, or takes them off it. Errors as of `putFavourites`. */
export const putFavouritesWorkflow = createWorkflow("put-favourites", (input: WorkflowData<PutFavouritesInput>) => {
  return new WorkflowResponse(putFavouritesStep(input))
})
