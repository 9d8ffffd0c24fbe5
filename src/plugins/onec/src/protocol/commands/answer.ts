import { MedusaError } from "@medusajs/framework/utils"
import { asError, errorCode, errorType } from "../errors"
import { ExchangeFailure, failure } from "../wire/failure"
import { type ExchangeReply, failed, verdict } from "../wire/reply"
import { type ExchangeCommand, parseCommand } from "../wire/request"
import type { ExchangeContext, Incoming } from "./context"
import { dispatch } from "./dispatch"

/** A request as it comes, its query not yet read. */
export interface RawRequest extends Omit<Incoming, "command"> {
  query: Record<string, unknown>
}

/** Errors of the core that name a reason the administrator of 1C can act on. */
const TELLING: string[] = [MedusaError.Types.INVALID_DATA, MedusaError.Types.NOT_ALLOWED, MedusaError.Types.CONFLICT]

/** Answers a request of 1C, whatever happens, and logs it: an error never reaches 1C as anything but a `failure`. */
export async function answer(context: ExchangeContext, { query, ...request }: RawRequest): Promise<ExchangeReply> {
  const began = Date.now()
  let command: ExchangeCommand | null = null
  let session_id = "-"
  let reply: ExchangeReply
  try {
    command = parseCommand(query)
    reply = await dispatch(context, { ...request, command }, (session) => {
      session_id = session.id
    })
  } catch (error) {
    reply = failed(asFailure(context, error))
  }
  const what = command ? `${command.type}/${command.mode ?? "-"} ${printable(command.filename)}` : "unreadable command"
  const bytes = request.method === "POST" ? (request.content_length ?? "?") : 0
  const outcome = verdict(reply) === "failure" ? reply.body.split("\n").join(" ") : verdict(reply)
  context.logger.info(`1C ${session_id.slice(-6)} ${what} ${bytes} B, ${Date.now() - began} ms: ${outcome}`)
  return reply
}

function asFailure({ logger }: ExchangeContext, error: unknown): ExchangeFailure {
  if (error instanceof ExchangeFailure) {
    return error
  }
  const type = errorType(error)
  if (type && TELLING.includes(type)) {
    return new ExchangeFailure(errorCode(error) ?? type, asError(error).message)
  }
  logger.error("A command of 1C failed", asError(error))
  return failure("internal_error")
}

function printable(filename: string | null): string {
  return (filename ?? "").replace(/[\u0000-\u001f\u007f]/g, "·").slice(0, 200)
}
