import { type ApiDescription, declaredRoutes, describeApi } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"

/** The description is made from the declarations of this process, plugins included, at the first request. */
let described: ApiDescription | undefined

export async function GET(_req: MedusaRequest, res: MedusaResponse) {
  described ??= describeApi(declaredRoutes(), {
    title: "Kontor API",
    version: "0.1.0",
    description: "Own routes of Kontor and its plugins. The routes of Medusa itself are described in Medusa's API reference.",
  })
  res.json(described)
}
