import { ErpPackageError, type ErpRecord } from "@kontor/framework"
import { setImmediate } from "node:timers/promises"
import type { ZodType } from "@medusajs/framework/zod"
import { describeIssues } from "./json-text"
import { adjustmentRow, contractPriceRow, contractRow, pricesEnvelope, priceTypeRow } from "./prices-schema"

const BATCH_SIZE = 1000

/** Whether parsed JSON says of itself that it is a prices package. */
export function isPricesPackage(content: unknown): boolean {
  return typeof content === "object" && content !== null && "format" in content && content.format === "kontor-prices"
}

/**
 * The records of a prices package ("kontor-prices", described in docs/prices-json.md): prices of contracts, adjustments, and what price types
 * fall back to. A row that does not fit becomes a `problem` record. Throws `ErpPackageError` "json_invalid" for an envelope that does not fit.
 */
export async function* pricesOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const parsed = pricesEnvelope.safeParse(content)
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a prices package: ${describeIssues(parsed.error.issues)}`)
  }
  const { formed_at, price_types, contracts, adjustments } = parsed.data
  yield [{ kind: "package", content: "prices", is_full: false, external_id: null, formed_at, schema_version: "1" }]
  yield* inBatches(price_types.map((row, index) => () => readRow(priceTypeRow, row, `price_types[${index}]`)))
  for (const [index, row] of contracts.entries()) {
    yield* pricesOfContract(row, `contracts[${index}]`)
  }
  yield* inBatches(adjustments.map((row, index) => () => readRow(adjustmentRow, row, `adjustments[${index}]`)))
}

async function* pricesOfContract(row: unknown, place: string): AsyncIterable<ErpRecord[]> {
  const parsed = contractRow.safeParse(row)
  if (!parsed.success) {
    return yield [problem(row, place, parsed.error.issues)]
  }
  const { external_id: contract_external_id, is_full, prices } = parsed.data
  const read = prices.map((price, index) => () => readPrice(contract_external_id, price, `${place}.prices[${index}]`))
  // A row that cannot be read may be one that holds: without it the list is not known to be whole, so nothing is taken for gone.
  const isReadable = is_full && prices.every((price) => contractPriceRow.safeParse(price).success)
  yield [{ kind: "contract_price_list", contract_external_id, is_full: isReadable }]
  yield* inBatches(read)
}

function readPrice(contract_external_id: string, row: unknown, place: string): ErpRecord {
  const parsed = contractPriceRow.safeParse(row)
  return parsed.success ? { ...parsed.data, contract_external_id } : problem(row, place, parsed.error.issues)
}

function readRow(schema: ZodType<ErpRecord>, row: unknown, place: string): ErpRecord {
  const parsed = schema.safeParse(row)
  return parsed.success ? parsed.data : problem(row, place, parsed.error.issues)
}

function problem(row: unknown, place: string, issues: Parameters<typeof describeIssues>[0]): ErpRecord {
  return { kind: "problem", code: "row_invalid", message: `${place}: ${describeIssues(issues)}`, subject: idOf(row) ?? place }
}

function idOf(row: unknown): string | null {
  const fields: Record<string, unknown> = typeof row === "object" && row !== null ? { ...row } : {}
  const id = fields["external_id"] ?? fields["offer_external_id"]
  return typeof id === "string" && id !== "" ? id.slice(0, 120) : null
}

/** Checking rows is pure computing: others get their turn between batches. */
async function* inBatches(reads: (() => ErpRecord)[]): AsyncIterable<ErpRecord[]> {
  for (let start = 0; start < reads.length; start += BATCH_SIZE) {
    yield reads.slice(start, start + BATCH_SIZE).map((read) => read())
    await setImmediate()
  }
}
