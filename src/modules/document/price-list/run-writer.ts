import { createRequire } from "node:module"
import { openCodeThread } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"
import type { PriceListFormat, PriceListHead, PriceListSection } from "../rules/price-list"
import { WORKER_FUNCTIONS, type WriterRequest } from "./worker-functions"

/** Heap of a writer. A hundred thousand rows with five warehouses take about half of it. */
const MAX_HEAP_MB = 768
/** A writer that does not answer for so long hangs. */
const ANSWER_TIMEOUT_MS = 60_000

const WORKER_SOURCE = `
${WORKER_FUNCTIONS}
const writer = createWriter(workerData, require)
const answer = (sections) => (sections ? writer.add(sections) : writer.end())
`

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
  const thread = openCodeThread<PriceListSection[] | null, Uint8Array | undefined>({
    source: WORKER_SOURCE,
    data: request,
    max_heap_mb: MAX_HEAP_MB,
    answer_timeout_ms: ANSWER_TIMEOUT_MS,
  })
  const ask = (sections: PriceListSection[] | null) => thread.ask(sections).catch((error: Error) => Promise.reject(failed(error.message)))
  return {
    async add(sections) {
      await ask(sections)
    },
    async end() {
      return Buffer.from((await ask(null)) ?? [])
    },
    close: thread.close,
  }
}

function failed(reason: string): MedusaError {
  return new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The price list was not written: ${reason}`, "price_list_failed")
}
