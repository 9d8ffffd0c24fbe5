import { Worker } from "node:worker_threads"

export interface CodeThreadOptions {
  /**
   * The code as text, so that it runs alike from TypeScript and from the compiled build. It defines `answer(message)`, which may be
   * asynchronous, and has `workerData` and `require`.
   */
  source: string
  /** What the code has as `workerData`. */
  data: unknown
  max_heap_mb: number
  /** A thread that does not answer for so long hangs. */
  answer_timeout_ms: number
}

/** Why a thread gave no answer. */
export class CodeThreadFailure extends Error {
  constructor(
    readonly reason: "failed" | "too_slow" | "out_of_memory" | "ended",
    message: string
  ) {
    super(message)
  }
}

/** Code in a thread with a heap of its own: what takes seconds or memory there costs neither the shop. */
export interface CodeThread<Message, Answer> {
  /** What the code answers; one question at a time. Throws {@link CodeThreadFailure}. */
  ask(message: Message): Promise<Answer>
  /** Gives the thread back, also in the middle. */
  close(): Promise<void>
}

/** What Node gives as the id of a thread that is no more; it says nothing further then. */
const ENDED = -1

const LISTEN = `
const { parentPort, workerData } = require("node:worker_threads")
parentPort.on("message", async (message) => {
  try {
    parentPort.postMessage({ value: await answer(message) })
  } catch (error) {
    parentPort.postMessage({ failure: error instanceof Error ? error.message : String(error) })
  }
})`

type Reply<Answer> = { value: Answer } | { failure: string }

/** Starts a thread. Whoever opens it closes it. */
export function openCodeThread<Message, Answer>({
  source,
  data,
  max_heap_mb,
  answer_timeout_ms,
}: CodeThreadOptions): CodeThread<Message, Answer> {
  const worker = new Worker(`${LISTEN}\n${source}`, {
    eval: true,
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: max_heap_mb },
    execArgv: [],
    env: {},
    stdout: true,
    stderr: true,
  })
  worker.on("error", () => undefined) // told to whoever waits for an answer; between two questions it must not end the process
  return {
    ask: (message) => ask(worker, message, answer_timeout_ms),
    async close() {
      await worker.terminate()
    },
  }
}

function ask<Answer>(worker: Worker, message: unknown, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const fail = (reason: CodeThreadFailure["reason"], text: string) => settle(() => reject(new CodeThreadFailure(reason, text)))
    const timer = setTimeout(() => fail("too_slow", `no answer within ${timeoutMs} ms`), timeoutMs)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      worker.off("message", onMessage).off("error", onError).off("exit", onExit)
      finish()
    }
    const onMessage = (reply: Reply<Answer>) => ("failure" in reply ? fail("failed", reply.failure) : settle(() => resolve(reply.value)))
    const onError = (error: Error & { code?: string }) =>
      fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "out_of_memory" : "failed", error.message)
    const onExit = (code: number) => fail("ended", `the thread ended with ${code}`)
    worker.on("message", onMessage).on("error", onError).on("exit", onExit)
    if (worker.threadId === ENDED) {
      fail("ended", "the thread has ended")
    } else {
      worker.postMessage(message)
    }
  })
}
