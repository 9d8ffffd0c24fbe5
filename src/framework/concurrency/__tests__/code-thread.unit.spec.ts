import { type CodeThread, CodeThreadFailure, openCodeThread } from "../code-thread"

const SOURCE = `
let asked = 0
const answer = async (message) => {
  if (message === "count") return workerData.from + asked++
  if (message === "throw") throw new Error("no such thing")
  if (message === "hang") return new Promise(() => setInterval(() => undefined, 1000))
  if (message === "exit") return process.exit(3)
  if (message === "fill") { const all = []; for (;;) all.push(new Array(1e5).fill({})) }
}`

describe("openCodeThread", () => {
  let thread: CodeThread<string, number>

  beforeEach(() => {
    thread = openCodeThread({ source: SOURCE, data: { from: 5 }, max_heap_mb: 32, answer_timeout_ms: 2_000 })
  })

  afterEach(() => thread.close())

  it("answers one question after the other from what it has and remembers", async () => {
    expect([await thread.ask("count"), await thread.ask("count")]).toEqual([5, 6])
  })

  it("goes on after a question that fails", async () => {
    await expect(thread.ask("throw")).rejects.toMatchObject({ reason: "failed", message: "no such thing" })
    await expect(thread.ask("count")).resolves.toBe(5)
  })

  it.each([
    ["hang", "too_slow"],
    ["exit", "ended"],
    ["fill", "out_of_memory"],
  ])("says why there is no answer: %s", async (message, reason) => {
    const failure: unknown = await thread.ask(message).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CodeThreadFailure)
    expect(failure).toMatchObject({ reason })
  })

  it("says so at once when it has ended before", async () => {
    await thread.ask("exit").catch(() => undefined)
    await expect(thread.ask("count")).rejects.toMatchObject({ reason: "ended", message: "the thread has ended" })
  })
})
