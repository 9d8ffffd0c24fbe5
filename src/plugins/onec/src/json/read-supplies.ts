import { ErpPackageError, type ErpProblem, type ErpRecord, type ErpSupplyLine } from "@kontor/framework"
import { describeIssues, isFormat } from "./json-text"
import { readRows, rowProblem } from "./rows"
import { suppliesEnvelope, supplyLineRow, supplyRow } from "./supplies-schema"

/** Whether parsed JSON says of itself that it is a supplies package. */
export function isSuppliesPackage(content: unknown): boolean {
  return isFormat(content, "kontor-supplies")
}

/**
 * The records of a supplies package ("kontor-supplies", described in docs/supplies-json.md). A supply or a line that does not fit becomes a
 * `problem` record. Throws `ErpPackageError` "json_invalid" for an envelope that does not fit.
 */
export async function* suppliesOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const parsed = suppliesEnvelope.safeParse(content)
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a supplies package: ${describeIssues(parsed.error.issues)}`)
  }
  const { formed_at, supplies } = parsed.data
  yield [{ kind: "package", content: "supplies", is_full: false, external_id: null, formed_at, schema_version: "1" }]
  for (const [index, row] of supplies.entries()) {
    yield await recordsOf(row, `supplies[${index}]`)
  }
}

async function recordsOf(row: unknown, place: string): Promise<ErpRecord[]> {
  const parsed = supplyRow.safeParse(row)
  if (!parsed.success) {
    return [rowProblem(row, place, parsed.error.issues)]
  }
  const { lines: given, supplier, ...supply } = parsed.data
  const { lines, problems } = await linesOf(given ?? [], `${place}.lines`)
  // A line that cannot be read may be one that comes: without it the list is not known to be whole, so nothing is taken for gone.
  const are_lines_whole = given !== undefined && problems.length === 0
  const told = { ...(supplier === undefined ? {} : { supplier_name: supplier }), ...(given ? { lines } : {}) }
  return [...problems, { kind: "supply", ...supply, ...told, are_lines_whole }]
}

async function linesOf(rows: readonly unknown[], place: string): Promise<{ lines: ErpSupplyLine[]; problems: ErpProblem[] }> {
  const lines: ErpSupplyLine[] = []
  const problems: ErpProblem[] = []
  for await (const batch of readRows(rows, place, supplyLineRow)) {
    for (const row of batch) {
      if ("kind" in row) {
        problems.push(row)
      } else {
        lines.push(row)
      }
    }
  }
  return { lines, problems }
}
