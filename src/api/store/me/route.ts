import { dealerOf } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readMe } from "./read-me"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json(await readMe(req.scope, dealerOf(req)))
}
