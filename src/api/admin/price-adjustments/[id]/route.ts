import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listedProducts } from "../../../../database/pricing/listed-products"
import { listAuditEntries } from "../../../../database/queries/list-audit-entries"
import { endPriceAdjustmentWorkflow } from "../../../../workflows/pricing/end-price-adjustment"
import { savePriceAdjustmentWorkflow } from "../../../../workflows/pricing/save-price-adjustment"
import { managerScopeOf, staffOf } from "../../../manager-scope"
import { presentAuditEntries } from "../../audit-entries/present-audit-entry"
import { readAdjustment } from "../read-adjustment"
import type { AdminChangePriceAdjustment, AdminEndPriceAdjustment } from "../validators"

/** The whole log has its own screen. */
const HISTORY_MAX = 50

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const price_adjustment = await readAdjustment(req.scope, id)
  const filter = { subject_type: "price_adjustment", subject_id: id }
  const history = await listAuditEntries(db, { filter, scope: managerScopeOf(req), limit: HISTORY_MAX })
  res.json({
    price_adjustment,
    products: await listedProducts(db, { id }),
    history: await presentAuditEntries(db, history, staffOf(req)),
  })
}

export async function POST(req: AuthenticatedMedusaRequest<AdminChangePriceAdjustment>, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  const { updated_at, ...draft } = req.validatedBody
  const { result } = await savePriceAdjustmentWorkflow(req.scope).run({ input: { id, updated_at, draft, actor: actorOf(req) } })
  res.json({ price_adjustment: await readAdjustment(req.scope, id), articles: result.articles })
}

export async function DELETE(req: AuthenticatedMedusaRequest<unknown, AdminEndPriceAdjustment>, res: MedusaResponse): Promise<void> {
  const id = req.params.id ?? ""
  const { updated_at = null } = req.validatedQuery
  await endPriceAdjustmentWorkflow(req.scope).run({ input: { id, updated_at, actor: actorOf(req) } })
  res.json({ id, object: "price_adjustment", deleted: true })
}
