import { actorOf } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { keepEditBypass } from "../../database/ordering/edited-order-lines"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { type AllowedEdit, holdOrderEdit } from "../../workflows/order/hold-order-edit"
import { beforeAnswer } from "../before-answer"
import { staffOf } from "../manager-scope"

/** Before a change of an order is confirmed, whose workflow has no hook: its lines are held to the rules of the contract. */
export async function holdOrderEdits(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const mayBypass = staffOf(req).role !== "assistant"
  const edit = await holdOrderEdit(db, { order_id: req.params["id"] ?? "", actor: actorOf(req), mayBypass })
  if (edit) {
    keepOnceDone(req, res, next, edit)
  }
  next()
}

/** What was let past is kept and logged with the answer of a change that has been confirmed. */
function keepOnceDone(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction, { bypass, entry }: AllowedEdit): void {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = req.scope.resolve<AuditModuleService>(AUDIT_MODULE)
  beforeAnswer(res, next, () =>
    db.transaction(async (trx) => {
      await keepEditBypass(trx, bypass)
      await audit.append([entry], trx)
    })
  )
}
