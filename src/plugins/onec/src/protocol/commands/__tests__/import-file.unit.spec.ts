import { Background } from "../background"
import type { ExchangeContext, Session } from "../context"
import { settleImport } from "../import-file"

const SESSION = { id: "s1", source: "erp" } as Partial<Session> as Session

describe("an import", () => {
  it.each(["pending", "running"] as const)("of a file that is %s begins one work, and tells of its failure once", async (state) => {
    const lines: string[] = []
    const background = new Background()
    let fail: (error: Error) => void = () => undefined
    const run = jest.fn(() => new Promise<never>((_resolve, reject) => (fail = reject)))
    const context = {
      onec: { fileByName: async () => ({ inbox_id: "inb_1" }) },
      erp: { inboxEntry: async () => ({ id: "inb_1", state, error_code: null, error_message: null }) },
      logger: { error: (line: string) => lines.push(line) },
      background,
      run,
    } as Partial<Record<keyof ExchangeContext, unknown>> as ExchangeContext
    expect(await settleImport(context, SESSION, "import0_1.xml", 0.2)).toBe(false)
    const work = background.start("process inb_1", async () => lines.push("there was no work"))
    fail(new Error("the database is gone"))
    await work
    expect(run).toHaveBeenCalledTimes(1)
    expect(lines).toEqual(["Processing of inbox entry inb_1 failed: the database is gone"])
  })
})
