import { checkauthReply, initReply } from "../wire/handshake"
import type { ExchangeReply } from "../wire/reply"
import type { ExchangeCommand, SessionType } from "../wire/request"
import { signIn } from "./authenticate"
import type { ExchangeContext, Incoming, Session } from "./context"

/** `checkauth`: signs in and opens a session. */
export async function openSession(context: ExchangeContext, incoming: Incoming, type: SessionType): Promise<ExchangeReply> {
  const account = await signIn(context, incoming)
  const now = new Date()
  const { id, token } = await context.onec.openSession(account.id, type, now)
  return checkauthReply({ token, session_id: id, now })
}

/** `init`: tells the terms of the transfer, and notes the version that the client names. */
export async function initSession(context: ExchangeContext, session: Session, command: ExchangeCommand): Promise<ExchangeReply> {
  const { onec, options } = context
  if (command.version) {
    await onec.updateOnecSessions({ id: session.id, version: command.version.slice(0, 20) })
  }
  return initReply({
    zip: options.zip,
    file_limit: Math.min(session.file_limit ?? options.file_limit_bytes, options.max_file_bytes),
    session_id: session.id,
    names_version: command.version !== null,
  })
}
