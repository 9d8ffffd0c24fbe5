import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"

/** What the fake was asked. */
export interface Asked {
  path: string
  authorization: string
  body: unknown
}

/** One answer; `hang` leaves the request without any. */
export type Reply = { status: number; body: unknown } | "hang"

/** A server in place of DaData: gives the replies in turn, the last one for ever. */
export async function startFakeDadata(replies: Reply[]) {
  const asked: Asked[] = []
  const server: Server = createServer((req, res) => {
    const chunks: Buffer[] = []
    req.on("data", (chunk: Buffer) => chunks.push(chunk))
    req.on("end", () => {
      const reply = replies[Math.min(asked.length, replies.length - 1)]
      asked.push({
        path: req.url ?? "",
        authorization: req.headers.authorization ?? "",
        body: JSON.parse(Buffer.concat(chunks).toString("utf8")),
      })
      if (reply && reply !== "hang") {
        res.writeHead(reply.status, { "content-type": "application/json" })
        res.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body))
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  return { asked, close, base_url: `http://127.0.0.1:${port}` }
}
