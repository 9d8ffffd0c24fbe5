import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** Whether the percent signs of a path stand for characters: "%zz" and a lone "%" do not. What follows "?" is read more leniently. */
export function isDecodable(url: string): boolean {
  try {
    decodeURIComponent(url.split("?")[0] ?? "")
    return true
  } catch {
    return false
  }
}

/** Express gives up on a parameter that it cannot decode, which Medusa answers as an error of the server. */
function refuseMalformed(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (!isDecodable(req.originalUrl)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Invalid request: its path is encoded wrongly.", "path_malformed")
  }
  next()
}

export const malformedPathMiddlewares: MiddlewareRoute[] = ["/admin", "/auth", "/store"].map((matcher) => ({
  matcher,
  middlewares: [refuseMalformed],
}))
