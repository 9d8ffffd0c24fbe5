import { MedusaError } from "@medusajs/framework/utils"
import { answer, type RawRequest } from "../answer"
import type { ExchangeContext } from "../context"

async function* nothing(): AsyncGenerator<Buffer> {}

const request = (query: Record<string, unknown>): RawRequest => ({
  query,
  method: "GET",
  authorization: `Basic ${Buffer.from("1c:secret-of-1c").toString("base64")}`,
  cookie: undefined,
  ip: "10.0.0.1",
  content_length: null,
  body: nothing(),
})

/** A context whose sign-in throws. */
function failing(error: unknown) {
  const lines: string[] = []
  const logger = { info: (line: string) => lines.push(line), error: (line: string) => lines.push(line) }
  const onec = { signIn: () => Promise.reject(error) }
  return { lines, context: { logger, onec } as Partial<Record<keyof ExchangeContext, unknown>> as ExchangeContext }
}

describe("an answer to 1C", () => {
  it("tells a fault of the server without its inside, which goes to the log", async () => {
    const { context, lines } = failing(new Error("password authentication failed for user kontor"))
    const reply = await answer(context, request({ type: "catalog", mode: "checkauth" }))
    expect(reply).toMatchObject({ status: 200, body: "failure\ninternal_error: Внутренняя ошибка сервера, подробности в его журнале" })
    expect(lines[0]).toBe("A command of 1C failed")
  })

  it("tells a refusal of the core with its code and words", async () => {
    const { context } = failing(
      new MedusaError(MedusaError.Types.NOT_ALLOWED, "40 % of the goods would go.", "deactivation_share_exceeded")
    )
    const reply = await answer(context, request({ type: "catalog", mode: "checkauth" }))
    expect(reply.body).toBe("failure\ndeactivation_share_exceeded: 40 % of the goods would go.")
  })

  it("is logged without secrets, and a name cannot forge a line", async () => {
    const { context, lines } = failing(new Error("x"))
    await answer(context, request({ type: "catalog", mode: "file", filename: "a.xml\ninfo: all is well" }))
    const text = lines.join("\n")
    expect(text).toContain("catalog/file a.xml·info: all is well")
    expect(text).not.toContain("secret-of-1c")
  })
})
