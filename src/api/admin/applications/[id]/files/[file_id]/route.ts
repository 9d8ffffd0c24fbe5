import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendApplicationFile } from "../../../../../send-application-file"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await sendApplicationFile(req, res)
}
