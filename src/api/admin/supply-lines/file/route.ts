import { today } from "@kontor/framework"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listArrivals } from "../../../../database/supplies/list-arrivals"
import { MIME_TYPES } from "../../../../modules/document/rules/mime-types"
import { ARRIVALS_FILE_ROWS_MAX, writeArrivalPlanFile } from "../../../../workflows/supply/write-arrivals-file"
import { localeOf } from "../../../locale-of"
import { sendFile } from "../../../send-file"
import type { AdminArrivalsFile } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminArrivalsFile>, res: MedusaResponse): Promise<void> {
  const { locale: _, ...filter } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { lines } = await listArrivals(db, { filter, day: today(), limit: ARRIVALS_FILE_ROWS_MAX, offset: 0 })
  const content = await writeArrivalPlanFile(lines, localeOf(req))
  sendFile(res, { name: "arrivals.xlsx", mime_type: MIME_TYPES.xlsx, content })
}
