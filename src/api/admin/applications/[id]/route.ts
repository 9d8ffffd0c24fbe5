import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readApplication } from "../read-application"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  res.json({ application: await readApplication(req) })
}
