import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deleteApplication, insertApplication, type NewApplication } from "../../../database/applications/submit-application"
import type { StoredFile } from "../../../database/applications/write-parts"

export interface InsertApplicationInput {
  application: NewApplication
  files: StoredFile[]
  actor_name: string | null
}

/** Writes an application with its files; undone by taking it away. */
export const insertApplicationStep = createStep(
  "insert-application",
  async (input: InsertApplicationInput, { container }) => {
    const submitted = await insertApplication(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), input)
    return new StepResponse(submitted, submitted.is_new ? submitted.id : null)
  },
  async (id, { container }) => {
    if (id) {
      await deleteApplication(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), id)
    }
  }
)
