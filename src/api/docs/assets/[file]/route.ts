import { dirname, join } from "node:path"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

const FOLDER = dirname(require.resolve("swagger-ui-dist/package.json"))
/** Only what the page asks for; the package holds more. */
const SERVED = new Set(["swagger-ui.css", "swagger-ui-bundle.js"])

export async function GET(req: MedusaRequest, res: MedusaResponse) {
  const file = req.params.file ?? ""
  if (!SERVED.has(file)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no asset ${file}`)
  }
  res.sendFile(join(FOLDER, file), { maxAge: "1d" })
}
