import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendGapsFile } from "../../../../../send-gaps-file"
import type { AdminPurchaseGapsFile } from "../../../workplace-validators"
import { gapsOfClient } from "../gaps-of-client"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPurchaseGapsFile>, res: MedusaResponse): Promise<void> {
  const { contract_id, category_id } = req.validatedQuery
  await sendGapsFile(req, res, { category_id, ...(await gapsOfClient(req, contract_id)) })
}
