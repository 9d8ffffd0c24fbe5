import { actorOf } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MIME_TYPES } from "../../../../modules/document/rules/mime-types"
import { readAdjustmentFile } from "../../../../workflows/pricing/files/read-adjustment-file"
import { writeAdjustmentFile } from "../../../../workflows/pricing/files/write-adjustment-file"
import { importPriceAdjustmentsWorkflow, tryAdjustmentFile } from "../../../../workflows/pricing/import-price-adjustments"
import type { AdjustmentPlan } from "../../../../workflows/pricing/plan-adjustment-file"
import { localeOf } from "../../../locale-of"
import { sendFile } from "../../../send-file"
import { uploadedPriceFile } from "../../price-imports/upload"
import type { AdminAdjustmentFileQuery, AdminAdjustmentImport, AdminAdjustmentImportResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminAdjustmentFileQuery>, res: MedusaResponse): Promise<void> {
  const content = await writeAdjustmentFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), localeOf(req))
  sendFile(res, { name: "adjustments.xlsx", mime_type: MIME_TYPES.xlsx, content })
}

export async function POST(
  req: AuthenticatedMedusaRequest<unknown, AdminAdjustmentImport>,
  res: MedusaResponse<AdminAdjustmentImportResponse>
): Promise<void> {
  const { mode, state, skip_problems } = req.validatedQuery
  const { buffer, originalname: filename } = uploadedPriceFile(req)
  const rows = await readAdjustmentFile({ buffer, filename })
  if (mode === undefined || state === undefined) {
    const plan = await tryAdjustmentFile(req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION), rows)
    return void res.json(present(plan, false))
  }
  const { result } = await importPriceAdjustmentsWorkflow(req.scope).run({
    input: { rows, mode, state, skip_problems, actor: actorOf(req) },
  })
  res.json(present(result, true))
}

function present({ state, unchanged, rows }: AdjustmentPlan, is_applied: boolean): AdminAdjustmentImportResponse {
  const counts = { created: 0, changed: 0, removed: 0, problem: 0, unchanged }
  for (const { status } of rows) {
    counts[status] += 1
  }
  return { adjustment_import: { is_applied, state, counts, rows: rows.map(({ draft: _d, updated_at: _u, ...row }) => row) } }
}
