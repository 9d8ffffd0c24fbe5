import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { removeNoticeWorkflow } from "../../../../workflows/catalog/put-notice"
import type { StoreRemovedNotice } from "../validators"

export async function DELETE(req: MedusaRequest, res: MedusaResponse<StoreRemovedNotice>): Promise<void> {
  const { id = "" } = req.params
  await removeNoticeWorkflow(req.scope).run({ input: { id, employee_id: dealerOf(req).employee_id } })
  res.json({ id, object: "notice", deleted: true })
}
