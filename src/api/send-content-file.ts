import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { KeptFile } from "../database/content/content-file"
import { THUMBNAIL_TYPE } from "../workflows/images/make-thumbnail"
import { sendFile } from "./send-file"
import { sendStoredFile } from "./send-stored-file"

export const ContentFileQuery = z
  .object({
    size: z.enum(["whole", "thumbnail"]).default("whole").describe("An image that has no thumbnail, being small or new, comes whole"),
  })
  .strict()
export type ContentFileQuery = z.infer<typeof ContentFileQuery>

/** Sends a content file, or its thumbnail. The caller has looked who may have it. Throws NOT_FOUND for none. */
export async function sendContentFile(
  req: MedusaRequest<unknown, ContentFileQuery>,
  res: MedusaResponse,
  file: KeptFile | null
): Promise<void> {
  if (!file) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Content file with id: ${req.params.id ?? ""} was not found`)
  }
  const { name, thumbnail_file_id } = file
  if (req.validatedQuery.size === "thumbnail" && thumbnail_file_id !== null) {
    const { mime_type: type, extension } = THUMBNAIL_TYPE
    const content = await req.scope.resolve(Modules.FILE).getAsBuffer(thumbnail_file_id)
    return sendFile(res, { name: `${name}.${extension}`, mime_type: type, content })
  }
  await sendStoredFile(req, res, file)
}
