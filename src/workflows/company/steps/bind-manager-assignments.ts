import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { bindManagerAssignments } from "../../../database/loads/bind-manager-assignments"

/** One statement that follows from what the ERP said; it is repeated harmlessly and needs no undoing. */
export const bindManagerAssignmentsStep = createStep(
  "bind-manager-assignments",
  async (input: { user_id: string }, { container }) =>
    new StepResponse(await bindManagerAssignments(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input))
)
