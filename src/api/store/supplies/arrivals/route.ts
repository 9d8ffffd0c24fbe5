import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { arrivalsOf } from "../arrivals-of"
import type { StoreArrivalsResponse, StoreListArrivals } from "../validators"

export async function GET(req: MedusaRequest<unknown, StoreListArrivals>, res: MedusaResponse<StoreArrivalsResponse>): Promise<void> {
  const { limit, offset } = req.validatedQuery
  res.json({ ...(await arrivalsOf(req, req.validatedQuery)), limit, offset })
}
