import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ONEC_MODULE } from "../../../../modules/onec"
import type OnecModuleService from "../../../../modules/onec/service"
import { presentAccount } from "../present"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const account = await req.scope.resolve<OnecModuleService>(ONEC_MODULE).deactivateAccount(req.params.id ?? "")
  res.json({ exchange_account: presentAccount(account) })
}
