import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DocumentFile } from "../database/product-card/document-file"
import { documentNotFound } from "../database/product-card/list-documents"
import { sendStoredFile } from "./send-stored-file"

/** Sends the file of a document that the caller has looked up; null = there is none for him. */
export async function sendDocument(req: MedusaRequest, res: MedusaResponse, file: DocumentFile | null): Promise<void> {
  if (!file) {
    throw documentNotFound(req.params["id"] ?? "")
  }
  await sendStoredFile(req, res, file)
}
