import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ERP_MODULE } from "../../../modules/erp"
import type ErpModuleService from "../../../modules/erp/service"
import { presentExchangeRun } from "./present-exchange-run"
import type { AdminListExchangeRuns } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListExchangeRuns>, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = req.validatedQuery
  const erp = req.scope.resolve<ErpModuleService>(ERP_MODULE)
  const [runs, count] = await erp.listAndCountExchangeRuns(filters, {
    order: { started_at: "DESC", id: "DESC" },
    take: limit,
    skip: offset,
  })
  res.json({ exchange_runs: runs.map(presentExchangeRun), count, offset, limit })
}
