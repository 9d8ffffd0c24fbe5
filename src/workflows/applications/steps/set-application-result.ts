import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { setApplicationResult, type ApplicationResult } from "../../../database/applications/application-result"

/** Keeps what came of an application; undone by writing back what stood there. */
export const setApplicationResultStep = createStep(
  "set-application-result",
  async (input: ApplicationResult & { id: string }, { container }) => {
    const before = await setApplicationResult(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
    return new StepResponse(undefined, before && { id: input.id, ...before })
  },
  async (before, { container }) => {
    if (before) {
      await setApplicationResult(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), before)
    }
  }
)
