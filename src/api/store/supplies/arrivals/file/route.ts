import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MIME_TYPES } from "../../../../../modules/document/rules/mime-types"
import { ARRIVALS_FILE_ROWS_MAX, writeArrivalsFile } from "../../../../../workflows/supply/write-arrivals-file"
import { localeOf } from "../../../../locale-of"
import { sendFile } from "../../../../send-file"
import { arrivalsOf } from "../../arrivals-of"
import type { StoreArrivalsFile } from "../../validators"

export async function GET(req: MedusaRequest<unknown, StoreArrivalsFile>, res: MedusaResponse): Promise<void> {
  const { arrivals } = await arrivalsOf(req, { ...req.validatedQuery, limit: ARRIVALS_FILE_ROWS_MAX, offset: 0 })
  const content = await writeArrivalsFile(arrivals, localeOf(req))
  sendFile(res, { name: "arrivals.xlsx", mime_type: MIME_TYPES.xlsx, content })
}
