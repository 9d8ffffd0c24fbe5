import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { applicationFile } from "../database/applications/application-file"

/** Sends a file of an application for saving: a browser neither shows it nor guesses what it is. The caller has looked whose it is. */
export async function sendApplicationFile(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { id: application_id = "", file_id: id = "" } = req.params
  const file = await applicationFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, application_id })
  if (!file) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `ApplicationFile with id: ${id} was not found`)
  }
  const content = await req.scope.resolve(Modules.FILE).getAsBuffer(file.file_id)
  res.setHeader("Content-Type", file.mime_type)
  res.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeHeaderName(file.name)}`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "sandbox")
  res.setHeader("Cache-Control", "private, no-store")
  res.end(content)
}

/** As RFC 8187 wants it: what `encodeURIComponent` leaves but the header does not take is encoded too. A lone surrogate is no text. */
function encodeHeaderName(name: string): string {
  const text = name.replace(/[\ud800-\udfff]/gu, "_")
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
