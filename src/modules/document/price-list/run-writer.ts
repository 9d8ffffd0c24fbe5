import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import { MedusaError } from "@medusajs/framework/utils"
import type { PriceListFormat, PriceListHead, PriceListSection } from "../rules/price-list"
import { WORKER_FUNCTIONS, type WriterRequest } from "./worker-functions"

/** Heap of a writer. A hundred thousand rows with five warehouses take about half of it. */
const MAX_HEAP_MB = 768
/** A writer that does not answer for so long hangs. */
const ANSWER_TIMEOUT_MS = 60_000

const WORKER_SOURCE = `
${WORKER_FUNCTIONS}
const { parentPort, workerData } = require("node:worker_threads")
const writer = createWriter(workerData, require)
parentPort.on("message", async (sections) => {
  try {
    if (sections) {
      writer.add(sections)
      parentPort.postMessage({ kind: "added" })
    } else {
      parentPort.postMessage({ kind: "file", content: await writer.end() })
    }
  } catch (error) {
    parentPort.postMessage({ kind: "failure", reason: error instanceof Error ? error.message : String(error) })
  }
})
`

/** What Node gives as the id of a thread that is no more; it says nothing further then. */
const ENDED = -1

type Answer = { kind: "added" } | { kind: "file"; content: Uint8Array } | { kind: "failure"; reason: string }

const resolver = createRequire(__filename)

const LIBRARIES: Record<PriceListFormat, () => string> = {
  xlsx: () => resolver.resolve("@e965/xlsx/dist/xlsx.core.min.js"),
  pdf: () => resolver.resolve("pdfkit"),
}

/** A price list in the making. Each call waits until the writer has taken what it was given, so that nothing piles up before it. */
export interface PriceListWriter {
  add(sections: PriceListSection[]): Promise<void>
  /** The whole file. */
  end(): Promise<Buffer>
  /** Gives the thread back, also in the middle. */
  close(): Promise<void>
}

/** Starts a price list in a thread with a heap of its own: to lay out thousands of rows takes seconds, in which the shop goes on. */
export function openPriceListWriter(format: PriceListFormat, head: PriceListHead): PriceListWriter {
  const font = (name: string) => resolver.resolve(`@expo-google-fonts/pt-sans/${name}.ttf`)
  const fonts = { regular: font("400Regular/PTSans_400Regular"), bold: font("700Bold/PTSans_700Bold") }
  const request: WriterRequest = { format, head, library: LIBRARIES[format](), fonts }
  const worker = new Worker(WORKER_SOURCE, {
    eval: true,
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    execArgv: [],
    env: {},
  })
  worker.on("error", () => undefined) // told to whoever waits for an answer; between two calls it must not end the process
  return {
    async add(sections) {
      await ask(worker, sections)
    },
    async end() {
      const answer = await ask(worker, null)
      return Buffer.from(answer.kind === "file" ? answer.content : [])
    },
    async close() {
      await worker.terminate()
    },
  }
}

function ask(worker: Worker, sections: PriceListSection[] | null): Promise<Answer> {
  return new Promise((resolve, reject) => {
    if (worker.threadId === ENDED) {
      return reject(failed("the writer has ended"))
    }
    const timer = setTimeout(() => settle(() => reject(failed(`no answer within ${ANSWER_TIMEOUT_MS} ms`))), ANSWER_TIMEOUT_MS)
    const settle = (finish: () => void) => {
      clearTimeout(timer)
      worker.off("message", onMessage).off("error", onError).off("exit", onExit)
      finish()
    }
    const onMessage = (answer: Answer) => settle(() => (answer.kind === "failure" ? reject(failed(answer.reason)) : resolve(answer)))
    const onError = (error: Error) => settle(() => reject(failed(error.message)))
    const onExit = (code: number) => settle(() => reject(failed(`the writer ended with ${code}`)))
    worker.on("message", onMessage).on("error", onError).on("exit", onExit)
    worker.postMessage(sections)
  })
}

function failed(reason: string): MedusaError {
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The price list was not written: ${reason}`, "price_list_failed")
}
