import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { applicationCard } from "../../database/applications/application-card"
import { completeApplicationWorkflow, type CompleteApplicationInput } from "./complete-application"

/** A person who is told that all is done must be able to work: his entity is activated, not his application completed. */
const validateCompletionStep = createStep("validate-completion", async ({ id }: CompleteApplicationInput, { container }) => {
  const card = await applicationCard(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (card?.state === "accepted" && card.kind !== "requisites_change" && card.legal_entity?.state !== "active") {
    const message = `The legal entity of application ${id} is not active yet. Activate it: that completes the application.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "legal_entity_not_active")
  }
  return new StepResponse(undefined)
})

/** Completes an accepted application by the hand of the staff. `legal_entity_not_active` while the entity cannot be used. */
export const completeByHandWorkflow = createWorkflow("complete-application-by-hand", (input: CompleteApplicationInput) => {
  validateCompletionStep(input)
  return new WorkflowResponse(completeApplicationWorkflow.runAsStep({ input }))
})
