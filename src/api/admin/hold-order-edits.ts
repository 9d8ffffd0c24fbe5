import { actorOf } from "@kontor/framework"
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { keepEditBypass } from "../../database/ordering/edited-order-lines"
import { keepEditedPrices } from "../../database/ordering/edited-order-prices"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { type AllowedEdit, holdOrderEdit } from "../../workflows/order/hold-order-edit"
import type { PricedEdit } from "../../workflows/order/price-order-edit"
import { settleOrderEdit } from "../../workflows/order/settle-order-edit"
import { beforeAnswer } from "../before-answer"
import { staffOf } from "../manager-scope"

/** Before a change of an order is confirmed, whose workflow has no hook: what it adds and gives another quantity is priced by the contract, and held to its rules. */
export async function holdOrderEdits(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const mayBypass = staffOf(req).role !== "assistant"
  const order_id = req.params["id"] ?? ""
  const priced = await settleOrderEdit(req.scope, { order_id, actor: actorOf(req) })
  const edit = await holdOrderEdit(db, { order_id, actor: actorOf(req), mayBypass })
  if (edit || priced?.entry) {
    keepOnceDone(req, res, next, { edit, priced })
  }
  next()
}

/** Before the preview of a change is read: what it adds or gives another quantity is told at the price that it would have now, whatever came in since. */
export async function priceBeforePreview(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> {
  await settleOrderEdit(req.scope, { order_id: req.params["id"] ?? "", actor: actorOf(req) })
  next()
}

/** After goods have been added to a change, given another quantity or taken out of it: the preview that is answered has the prices of the contract. */
export function priceAfterEdit(req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): void {
  const order_id = req.params["id"] ?? ""
  beforeAnswer(res, next, async (body) => {
    const priced = await settleOrderEdit(req.scope, { order_id, actor: actorOf(req) })
    if (priced?.has_moved && isPreview(body)) {
      body.order_preview = await req.scope.resolve(Modules.ORDER).previewOrderChange(order_id)
    }
  })
  next()
}

const isPreview = (body: unknown): body is { order_preview: unknown } =>
  typeof body === "object" && body !== null && "order_preview" in body

/** Marks prices that staff set for goods which they add: Medusa keeps them as any others. */
export function markHandPrices(req: MedusaRequest<AddedItems>, _res: MedusaResponse, next: MedusaNextFunction): void {
  for (const item of req.validatedBody.items ?? []) {
    if (typeof item.unit_price === "number") {
      item.metadata = { ...item.metadata, kontor: { priced_by: "hand" } }
    }
  }
  next()
}

interface AddedItems {
  items?: { unit_price?: number | null; metadata?: Record<string, unknown> }[]
}

/** Why new prices are what they are, and what was let past, is kept and logged with the answer of a change that has been confirmed. */
function keepOnceDone(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction,
  { edit, priced }: { edit: AllowedEdit | null; priced: PricedEdit | null }
): void {
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = req.scope.resolve<AuditModuleService>(AUDIT_MODULE)
  beforeAnswer(res, next, () =>
    db.transaction(async (trx) => {
      if (edit) {
        await keepEditBypass(trx, edit.bypass)
      }
      if (priced) {
        await keepEditedPrices(trx, priced.lines)
      }
      await audit.append(
        [edit?.entry, priced?.entry].flatMap((entry) => entry ?? []),
        trx
      )
    })
  )
}
