import { openCodeThread } from "@kontor/framework"
import { MedusaError } from "@medusajs/framework/utils"

export type WorkbookCell = string | number | null

/** A workbook of one sheet. Texts are written as texts: none becomes a formula, whatever it begins with. */
export interface Workbook {
  sheet: string
  widths: number[]
  rows: WorkbookCell[][]
}

const TIMEOUT_MS = 60_000
const HEAP_MB = 512

const WORKER_SOURCE = `
const answer = () => {
  const xlsx = require(workerData.library)
  const table = xlsx.utils.aoa_to_sheet(workerData.rows)
  table["!cols"] = workerData.widths.map((wch) => ({ wch }))
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, table, workerData.sheet)
  return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true })
}
`

/** Writes an XLSX in a thread of its own: packing 35,000 rows would hold up every request for a second. */
export async function writeWorkbook(workbook: Workbook): Promise<Buffer> {
  const thread = openCodeThread<null, Uint8Array>({
    source: WORKER_SOURCE,
    data: { ...workbook, library: require.resolve("@e965/xlsx") },
    max_heap_mb: HEAP_MB,
    answer_timeout_ms: TIMEOUT_MS,
  })
  try {
    return Buffer.from(await thread.ask(null))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `The workbook was not written: ${reason}`)
  } finally {
    await thread.close()
  }
}
