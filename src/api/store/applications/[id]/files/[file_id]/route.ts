import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { sendApplicationFile } from "../../../../../send-application-file"
import { readApplication } from "../../../read-application"

export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await readApplication(req, req.params.id ?? "", "view")
  await sendApplicationFile(req, res)
}
