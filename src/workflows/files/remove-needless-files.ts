import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

/**
 * Removes files that nothing names any more, after what named them was written. One that stays takes up room and nothing else, so it is logged: an
 * error would undo the step that stored the file in its place, which is named by now.
 *
 * @param file_ids in the File module
 */
export async function removeNeedlessFiles(container: MedusaContainer, file_ids: string[]): Promise<void> {
  if (file_ids.length === 0) {
    return
  }
  try {
    await container.resolve(Modules.FILE).deleteFiles(file_ids)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Files ${file_ids.join(", ")} are not needed and were not removed: ${reason}`)
  }
}
