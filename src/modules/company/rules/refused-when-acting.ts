/** Paths below which a person decides about himself, his password and his colleagues. */
const PERSONAL = ["/store/company", "/store/customers/me", "/store/consents"]

/** What he says in his own name. A router takes a stroke at the end for nothing. */
const IN_HIS_NAME = /^\/store\/catalog\/[^/]+\/reviews\/?$/

/**
 * Whether a request is refused to a user who is signed in as a client. He sees what the client sees and builds orders for him; passwords,
 * rights, people, personal data, consents and reviews are the client's own.
 */
export function isRefusedWhenActing(method: string, path: string): boolean {
  const isRead = method === "GET" || method === "HEAD" || method === "OPTIONS"
  const asked = path.toLowerCase()
  return !isRead && (IN_HIS_NAME.test(asked) || PERSONAL.some((prefix) => asked === prefix || asked.startsWith(`${prefix}/`)))
}
