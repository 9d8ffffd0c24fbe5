import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { switchContract } from "../switch-contract"
import type { StoreSwitchContract } from "../validators"

export async function POST(req: MedusaRequest<StoreSwitchContract>, res: MedusaResponse): Promise<void> {
  res.json(await switchContract(req, req.validatedBody.contract_id))
}
