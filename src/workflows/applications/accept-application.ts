import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { ACCEPT_LOCK } from "./accept-lock"
import { admitApplicantWorkflow, type AdmitApplicantInput } from "./admit-applicant"
import { changeRequisitesWorkflow } from "./change-requisites"
import { completeApplicationWorkflow } from "./complete-application"
import { recordMove } from "./record-move"
import { moveApplicationStep } from "./steps/move-application"

/**
 * Accepts an application. A new entity waits for the ERP; with an entity named the applicant works for that one, and the application is
 * completed at once where it is active. Other requisites are written at once where the entity is the portal's, and wished of the ERP where
 * it is that one's. The same again changes nothing; `application_decided` for one that was declined, and what
 * `planAdmissionStep` refuses.
 */
export const acceptApplicationWorkflow = createWorkflow("accept-application", (input: AdmitApplicantInput) => {
  acquireLockStep(ACCEPT_LOCK)
  const moved = moveApplicationStep(
    transform({ input }, ({ input: { id, actor } }) => ({
      which: { id },
      move: { kind: "accept" as const, message: null },
      actor_name: actor.name,
    }))
  )
  const admitted = when("admit", { moved }, ({ moved }) => moved.changed !== null && moved.kind !== "requisites_change").then(() =>
    admitApplicantWorkflow.runAsStep({ input })
  )
  const changed = when("change", { moved }, ({ moved }) => moved.changed !== null && moved.kind === "requisites_change").then(() =>
    changeRequisitesWorkflow.runAsStep({ input })
  )
  recordMove({
    actor: input.actor,
    moved: transform({ moved, admitted }, (data) => ({
      ...data.moved,
      legal_entity_id: data.admitted?.legal_entity_id ?? data.moved.legal_entity_id,
    })),
  })
  when({ admitted, changed }, (data) => (data.admitted ?? data.changed)?.is_done === true).then(() => {
    completeApplicationWorkflow.runAsStep({
      input: transform({ input }, (data) => ({ id: data.input.id, message: null, actor: data.input.actor })),
    })
  })
  releaseLockStep({ key: ACCEPT_LOCK.key })
  return new WorkflowResponse(moved)
})
