import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { storeContentFile } from "../../../workflows/content/store-content-file"
import { uploadedContentFile } from "./upload"
import type { AdminContentFileResponse } from "./validators"

export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminContentFileResponse>): Promise<void> {
  const { buffer: content, originalname } = uploadedContentFile(req)
  const { id, name, mime_type, bytes } = await storeContentFile(req.scope, { name: originalname, content, actor: actorOf(req) })
  res.json({ content_file: { id, name, mime_type, bytes, has_thumbnail: false } })
}
