/** Where the dealers' portal stands; without one of its own, where this server stands. */
const PORTAL_URL = process.env.KONTOR_PORTAL_URL ?? process.env.KONTOR_URL ?? "http://localhost:9000"

/** A link to a page that asks to sign in. */
export const portalPage = (page: "notices"): string => `${PORTAL_URL.replace(/\/+$/, "")}/${page}`

/** A link with a secret. The secret stands behind the #: browsers send that to no server, so no log of any proxy has it. */
export function portalLink(page: "invitation" | "new-password" | "application-answer", token: string): string {
  return `${PORTAL_URL.replace(/\/+$/, "")}/${page}#token=${token}`
}
