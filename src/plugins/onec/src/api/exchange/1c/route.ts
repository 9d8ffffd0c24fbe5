import { callerAddress } from "@kontor/framework"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answer } from "../../../protocol/commands/answer"
import { exchangeContext } from "../../../protocol/commands/context"
import type { ExchangeReply } from "../../../protocol/wire/reply"

/** 1C sends files by POST and asks for everything else by GET; some of its versions use POST throughout. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const reply = await answer(exchangeContext(req.scope), {
    query: req.query,
    method: req.method,
    authorization: req.headers.authorization,
    cookie: req.headers.cookie,
    ip: callerAddress(req) ?? "",
    content_length: declaredLength(req.headers["content-length"]),
    // The stream outlives a refusal: destroying it would cut the connection before 1C has read why.
    body: req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
  })
  // What was refused unread is let run past, so that 1C comes to the reply.
  req.resume()
  send(res, reply)
}

export const POST = GET

/** Written plainly: `res.send` would add an ETag and might answer 304 by itself. */
function send(res: MedusaResponse, { status, content_type, body }: ExchangeReply): void {
  res.statusCode = status
  res.setHeader("Cache-Control", "no-store")
  if (status === 401) {
    res.setHeader("WWW-Authenticate", 'Basic realm="1C exchange", charset="UTF-8"')
  }
  if (status === 304) {
    res.end()
    return
  }
  const bytes = Buffer.from(body, "utf8")
  res.setHeader("Content-Type", `${content_type}; charset=utf-8`)
  res.setHeader("Content-Length", bytes.length)
  res.end(bytes)
}

function declaredLength(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null
}
