import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ONEC_MODULE } from "../../../../modules/onec"
import type OnecModuleService from "../../../../modules/onec/service"
import { presentAccount } from "../present"
import { recordOrUndo } from "../record-or-undo"

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const onec = req.scope.resolve<OnecModuleService>(ONEC_MODULE)
  const { account, was_active } = await onec.deactivateAccount(req.params.id ?? "")
  if (was_active) {
    const entry = {
      action: "exchange_account.switched_off",
      subject_id: account.id,
      before: { is_active: true },
      after: { is_active: false },
    }
    await recordOrUndo(req, entry, () => onec.updateOnecAccounts({ id: account.id, is_active: true }))
  }
  res.json({ exchange_account: presentAccount(account) })
}
