import { today } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { type DocumentListing, documentListing } from "../../../database/product-card/list-documents"
import type { UploadedFile } from "../../../workflows/files/store-private-file"
import { uploadsOf } from "../../receive-application"

/** The document with this id. Throws NOT_FOUND when there is none. */
export function documentOf(req: Pick<MedusaRequest, "scope">, id: string): Promise<DocumentListing> {
  return documentListing(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id, day: today() })
}

/** The one file that came; null = none. A document has one. */
export function uploadOf(req: MedusaRequest): UploadedFile | null {
  const [upload = null, second] = uploadsOf(req)
  if (second) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "A document has one file.", "too_many_files")
  }
  return upload
}
