import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { makeThumbnailsWorkflow } from "../workflows/images/make-thumbnails"

/** Does not wait for them, since a job that hangs holds up all other jobs. An image is one process's own while it is at it. */
export default function makeThumbnails(container: MedusaContainer): Promise<void> {
  makeThumbnailsWorkflow(container)
    .run()
    .catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error)
      container.resolve(ContainerRegistrationKeys.LOGGER).error(`Thumbnails could not be made: ${reason}`)
    })
  return Promise.resolve()
}

export const config = { name: "make-thumbnails", schedule: "* * * * *" }
