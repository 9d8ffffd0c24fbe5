import type { MedusaNextFunction, MedusaRequest, MedusaResponse, MiddlewareRoute } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/** PostgreSQL keeps no NUL in a text; a request with one would end as an error of the server wherever it reaches a statement. */
function refuseNul(req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): void {
  if (/%00|\0/.test(req.originalUrl) || holdsNul(req.body)) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "Invalid request: it holds a NUL character.", "nul_character")
  }
  next()
}

/** Whether a text or a name in a body holds a NUL. Without recursion: a stranger chooses how deep his body is. */
export function holdsNul(body: unknown): boolean {
  const left = [body]
  while (left.length > 0) {
    const value = left.pop()
    if (typeof value === "string" && value.includes("\0")) {
      return true
    }
    // An uploaded file or a stream is bytes, not text.
    if (typeof value === "object" && value !== null && !Buffer.isBuffer(value)) {
      for (const [name, inner] of Object.entries(value)) {
        left.push(name, inner)
      }
    }
  }
  return false
}

export const nulMiddlewares: MiddlewareRoute[] = ["/admin", "/auth", "/store"].map((matcher) => ({ matcher, middlewares: [refuseNul] }))
