import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { labelListing } from "../../../database/labels/label-listing"
import type { AdminLabelResponse } from "./validators"

/** Answers with a label as it stands now. */
export async function answerLabel(
  req: Pick<AuthenticatedMedusaRequest, "scope">,
  res: MedusaResponse<AdminLabelResponse>,
  id: string
): Promise<void> {
  const label = await labelListing(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), { id })
  if (!label) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Label with id: ${id} was not found`)
  }
  res.json({ label })
}
