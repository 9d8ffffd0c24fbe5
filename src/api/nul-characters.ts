import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL keeps no NUL in a text; a request with one would end as an error of the server wherever it reaches a statement. */
function refuseNul(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (/%00|\0/.test(req.originalUrl) || holdsNul(req.body)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Invalid request: it holds a NUL character.", "nul_character")
  }
  next()
}

function holdsNul(value: unknown): boolean {
  if (typeof value === "string") {
    return value.includes("\0")
  }
  // An uploaded file or a stream is bytes, not text.
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) {
    return false
  }
  return Object.values(value).some(holdsNul)
}

export const nulMiddlewares: MiddlewareRoute[] = ["/admin", "/auth", "/store"].map((matcher) => ({ matcher, middlewares: [refuseNul] }))
