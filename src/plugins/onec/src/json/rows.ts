import type { ErpProblem } from "@kontor/framework"
import { setImmediate } from "node:timers/promises"
import type { ZodType } from "@medusajs/framework/zod"
import { describeIssues } from "./json-text"

const BATCH_SIZE = 1000
const SUBJECT_MAX = 120

/**
 * Checks the rows of a section, a thousand at a time; one that does not fit becomes a `problem` record, named by its id or else by its place.
 *
 * @param place of the section in the package, say "contracts[2].prices"
 */
export async function* readRows<Row>(rows: readonly unknown[], place: string, schema: ZodType<Row>): AsyncIterable<(Row | ErpProblem)[]> {
  for (let start = 0; start < rows.length; start += BATCH_SIZE) {
    yield rows.slice(start, start + BATCH_SIZE).map((row, index) => readRow(row, `${place}[${start + index}]`, schema))
    // Checking rows is pure computing: others get their turn between batches.
    await setImmediate()
  }
}

function readRow<Row>(row: unknown, place: string, schema: ZodType<Row>): Row | ErpProblem {
  const parsed = schema.safeParse(row)
  return parsed.success ? parsed.data : rowProblem(row, place, parsed.error.issues)
}

/** What is told of a row that does not fit. */
export function rowProblem(row: unknown, place: string, issues: Parameters<typeof describeIssues>[0]): ErpProblem {
  return { kind: "problem", code: "row_invalid", message: `${place}: ${describeIssues(issues)}`, subject: idOf(row) ?? place }
}

function idOf(row: unknown): string | null {
  const fields: Record<string, unknown> = typeof row === "object" && row !== null ? { ...row } : {}
  const id = fields["external_id"] ?? fields["offer_external_id"]
  return typeof id === "string" && id !== "" ? id.slice(0, SUBJECT_MAX) : null
}
