import { today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listArrivals } from "../../../../database/supplies/list-arrivals"
import { MIME_TYPES } from "../../../../modules/document/rules/mime-types"
import { ARRIVALS_FILE_ROWS_MAX, writeArrivalPlanFile } from "../../../../workflows/supply/write-arrivals-file"
import { localeOf } from "../../../locale-of"
import type { AdminArrivalsFile } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminArrivalsFile>, res: MedusaResponse): Promise<void> {
  const { locale: _, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { lines } = await listArrivals(db, { filter, day: today(), limit: ARRIVALS_FILE_ROWS_MAX, offset: 0 })
  const file = await writeArrivalPlanFile(lines, localeOf(req))
  res.setHeader("Content-Type", MIME_TYPES.xlsx)
  res.setHeader("Content-Disposition", `attachment; filename="arrivals.xlsx"`)
  res.send(file)
}
