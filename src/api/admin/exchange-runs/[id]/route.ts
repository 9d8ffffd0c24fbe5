import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ERP_MODULE } from "../../../../modules/erp"
import type ErpModuleService from "../../../../modules/erp/service"
import { presentExchangeRun } from "../present-exchange-run"
import type { AdminGetExchangeRun } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminGetExchangeRun>, res: MedusaResponse): Promise<void> {
  const erp = req.scope.resolve<ErpModuleService>(ERP_MODULE)
  const run = await erp.retrieveExchangeRun(req.params["id"] ?? "")
  const issues = await erp.listExchangeRunIssues(
    { run_id: run.id },
    { order: { position: "ASC" }, take: req.validatedQuery.issue_limit, skip: req.validatedQuery.issue_offset }
  )
  res.json({
    exchange_run: {
      ...presentExchangeRun(run),
      issues: issues.map(({ position, severity, code, message, subject }) => ({ position, severity, code, message, subject })),
    },
  })
}
