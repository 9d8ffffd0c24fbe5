import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { applicationFile } from "../database/applications/application-file"
import { sendFile } from "./send-file"

/** Sends a file of an application. The caller has looked whose it is. */
export async function sendApplicationFile(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: application_id = "", file_id: id = "" } = req.params
  const file = await applicationFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, application_id })
  if (!file) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `ApplicationFile with id: ${id} was not found`)
  }
  sendFile(res, { ...file, content: await req.scope.resolve(Modules.FILE).getAsBuffer(file.file_id) })
}
