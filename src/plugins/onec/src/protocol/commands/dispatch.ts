import { failure } from "../wire/failure"
import { type ExchangeReply, notModified, success } from "../wire/reply"
import { type ExchangeCommand, type ExchangeMode, requireSessionType, type SessionType } from "../wire/request"
import { requireSession, signIn } from "./authenticate"
import type { ExchangeContext, Incoming, Session } from "./context"
import { deactivateMissing } from "./deactivate"
import { importFile } from "./import-file"
import { initSession, openSession } from "./open-session"
import { confirmOrders, orderInfo, queryOrders } from "./orders"
import { confirmPartners, queryPartners } from "./partners"
import { receiveFile } from "./receive-file"

type Handler = (context: ExchangeContext, session: Session, incoming: Incoming) => Promise<ExchangeReply>

/** Commands of every type that carries files. */
const COMMON: Partial<Record<ExchangeMode, Handler>> = {
  init: (context, session, { command }) => initSession(context, session, command),
  file: receiveFile,
  import: (context, session, { command }) => importFile(context, session, command.filename),
  complete: async () => success(),
}

const HANDLERS: Record<SessionType, Partial<Record<ExchangeMode, Handler>>> = {
  catalog: { ...COMMON, deactivate: (context, session, { command }) => deactivateMissing(context, session, command.timestamp) },
  sale: { ...COMMON, query: queryOrders, success: confirmOrders, info: async (context) => orderInfo(context) },
  reference: { ...COMMON, success: async () => success() },
  partners: { ...COMMON, query: queryPartners, success: confirmPartners },
}

/** Carries out one command. `onSession` hears whose it is, before it is begun. Throws an `ExchangeFailure` for what is refused. */
export async function dispatch(
  context: ExchangeContext,
  incoming: Incoming,
  onSession: (session: Session) => void
): Promise<ExchangeReply> {
  const { command } = incoming
  if (command.type === "listen") {
    // The extension would wait here for news; it is told at once that there is none, and comes again when it likes.
    await signIn(context, incoming)
    return notModified()
  }
  const type = requireSessionType(command.type)
  if (command.mode === "checkauth") {
    return await openSession(context, incoming, type)
  }
  const session = await requireSession(context, incoming)
  onSession(session)
  return await handlerOf(HANDLERS[type], command)(context, session, incoming)
}

function handlerOf(handlers: Partial<Record<ExchangeMode, Handler>>, { type, mode }: ExchangeCommand): Handler {
  const handler = mode ? handlers[mode] : undefined
  if (!handler) {
    throw failure("mode_unsupported", `${type}/${mode}`)
  }
  return handler
}
