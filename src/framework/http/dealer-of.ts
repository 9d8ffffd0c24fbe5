import type { MedusaRequest } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { DealerScope } from "../company"

/** The scope of the request. Throws when the route lies outside `/store`, where there is none. */
export function dealerOf(req: Pick<MedusaRequest, "dealer" | "path">): DealerScope {
  if (!req.dealer) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `No dealer scope on ${req.path}: only routes under /store have one.`)
  }
  return req.dealer
}
