import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendGapsFile } from "../../../../../send-gaps-file"
import type { AdminPurchaseGapsFile } from "../../../workplace-validators"
import { gapsOfClient } from "../gaps-of-client"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminPurchaseGapsFile>, res: MedusaResponse): Promise<void> {
  const { contract_id, ...file } = req.validatedQuery
  await sendGapsFile(req, res, { ...file, ...(await gapsOfClient(req, contract_id)) })
}
