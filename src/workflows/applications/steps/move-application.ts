import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { moveApplication, moveApplicationBack, type ApplicationMoveInput } from "../../../database/applications/move-application"

/** Makes a move; undone by writing back what stood there. See `moveApplication` for what is refused. */
export const moveApplicationStep = createStep(
  "move-application",
  async (input: ApplicationMoveInput, { container }) => {
    const moved = await moveApplication(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
    return new StepResponse(moved, moved.changed)
  },
  async (changed, { container }) => {
    if (changed) {
      await moveApplicationBack(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), changed)
    }
  }
)
