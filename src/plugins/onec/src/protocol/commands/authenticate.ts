import type { OnecAccountRow } from "../../modules/onec/service"
import { parseBasicAuth } from "../wire/basic-auth"
import { cookieValue } from "../wire/cookies"
import { failure } from "../wire/failure"
import { COOKIE_NAME } from "../wire/handshake"
import type { ExchangeContext, Incoming, Session } from "./context"

/** Signs the caller in by Basic authorization. Throws `auth_required`, `auth_failed` or `too_many_attempts`. */
export async function signIn({ onec }: ExchangeContext, incoming: Incoming): Promise<OnecAccountRow> {
  const credentials = parseBasicAuth(incoming.authorization)
  if (!credentials) {
    throw failure("auth_required")
  }
  const outcome = await onec.signIn({ ...credentials, ip: incoming.ip, now: new Date() })
  if ("refusal" in outcome) {
    throw failure(outcome.refusal)
  }
  return outcome.account
}

/**
 * Finds the session of a command. The cookie is proof enough; authorization sent beside it must be right and of the same account. A
 * client that loses cookies may name the session by `sessid`, if it signs in with every request.
 */
export async function requireSession(context: ExchangeContext, incoming: Incoming): Promise<Session> {
  const token = cookieValue(incoming.cookie, COOKIE_NAME)
  const account = incoming.authorization || !token ? await signIn(context, incoming) : null
  const session = token ? await context.onec.sessionByToken(token) : await sessionBySessid(context, incoming)
  if (!session || (account && account.id !== session.account_id)) {
    throw failure("session_unknown")
  }
  return session
}

async function sessionBySessid({ onec }: ExchangeContext, { command }: Incoming): Promise<Session | null> {
  return command.sessid ? await onec.sessionById(command.sessid) : null
}
