import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import type { DocumentFile } from "../database/product-card/document-file"
import { documentNotFound } from "../database/product-card/list-documents"
import { sendFile } from "./send-file"

/** Sends the file of a document that the caller has looked up; null = there is none for him. */
export async function sendDocument(req: MedusaRequest, res: MedusaResponse, file: DocumentFile | null): Promise<void> {
  if (!file) {
    throw documentNotFound(req.params["id"] ?? "")
  }
  sendFile(res, { ...file, content: await req.scope.resolve(Modules.FILE).getAsBuffer(file.file_id) })
}
