import { request } from "node:http"
import type { Client } from "./ask"

/** The status of a GET whose path goes to the server as it is written: a client library would tidy it first. */
export function rawStatus(
  api: Client & { defaults?: { baseURL?: string } },
  path: string,
  headers: Record<string, string>
): Promise<number> {
  const { hostname, port } = new URL(api.defaults?.baseURL ?? "")
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers, method: "GET" }, (answer) => {
      answer.resume()
      answer.on("end", () => resolve(answer.statusCode ?? 0))
    })
      .on("error", reject)
      .end()
  })
}
