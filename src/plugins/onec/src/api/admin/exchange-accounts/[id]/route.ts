import { actorOf, AUDIT_LOG, type AuditLog } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ONEC_MODULE } from "../../../../modules/onec"
import type OnecModuleService from "../../../../modules/onec/service"
import { presentAccount } from "../present"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const account = await req.scope.resolve<OnecModuleService>(ONEC_MODULE).deactivateAccount(req.params.id ?? "")
  await req.scope.resolve<AuditLog>(AUDIT_LOG).append([
    {
      actor: actorOf(req),
      action: "exchange_account.switched_off",
      subject_type: "exchange_account",
      subject_id: account.id,
      before: { is_active: true },
      after: { is_active: false },
    },
  ])
  res.json({ exchange_account: presentAccount(account) })
}
