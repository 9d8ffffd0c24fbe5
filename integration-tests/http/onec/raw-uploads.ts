import { connect } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import type { TestSession } from "./exchange-client"

function rawHead(session: TestSession, filename: string, length: number): string {
  return [
    `POST /exchange/1c?type=catalog&mode=file&filename=${filename} HTTP/1.1`,
    "Host: localhost",
    `Cookie: ${session.cookie}`,
    `Content-Length: ${length}`,
    "",
    "",
  ].join("\r\n")
}

/** Begins an upload that goes on until the socket is destroyed. */
export function holdUpload(baseUrl: string, session: TestSession, filename: string) {
  const socket = connect(Number(new URL(baseUrl).port), new URL(baseUrl).hostname)
  socket.on("error", () => undefined)
  socket.write(`${rawHead(session, filename, 1_000_000)}<?xml version="1.0"?>`)
  return socket
}

/** Sends the beginning of a piece and cuts the connection. */
export async function sendBroken(baseUrl: string, session: TestSession, filename: string, beginning: string): Promise<void> {
  const socket = connect(Number(new URL(baseUrl).port), new URL(baseUrl).hostname)
  socket.write(`${rawHead(session, filename, 1_000)}${beginning}`)
  await sleep(300)
  socket.destroy()
}

/** Declares a huge body, sends its first bytes and reads what the server says to that. */
export function declareHuge(baseUrl: string, session: TestSession, length: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(baseUrl).port), new URL(baseUrl).hostname)
    let text = ""
    socket.on("error", reject)
    socket.on("data", (chunk) => {
      text += chunk.toString("utf8")
      if (text.includes("failure\n")) {
        resolve(text)
        socket.destroy()
      }
    })
    socket.write(`${rawHead(session, "import0_1.xml", length)}<?xml`)
  })
}
