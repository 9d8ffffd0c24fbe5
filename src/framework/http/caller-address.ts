import type { IncomingHttpHeaders } from "node:http"

/** The parts of a request that tell where it came from. */
export interface CalledFrom {
  headers: IncomingHttpHeaders
  socket: { remoteAddress?: string | undefined }
}

/** Proxies of the installation in front of the server; beyond so many nobody's word is taken for where a request came from. */
function trustedProxies(): number {
  const count = Number(process.env.KONTOR_TRUSTED_PROXIES ?? 0)
  return Number.isInteger(count) && count > 0 ? count : 0
}

/**
 * The address a request came from; null when the connection is gone already. Each proxy adds the address it was asked from to
 * `X-Forwarded-For`, so with one proxy the last entry counts. Without a proxy the header is only what the caller wrote: Express, which
 * Medusa tells to believe one hop, would let him be anybody, past every limit by address.
 */
export function callerAddress(req: CalledFrom): string | null {
  const proxies = trustedProxies()
  const forwarded = [req.headers["x-forwarded-for"] ?? []].flat().flatMap((line) => line.split(",").map((address) => address.trim()))
  const said = proxies > 0 ? (forwarded.at(-proxies) ?? forwarded[0]) : undefined
  return said || (req.socket.remoteAddress ?? null)
}
