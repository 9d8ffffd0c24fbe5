import { ErpPackageError, type ErpRecord, type SpooledFile } from "@kontor/framework"
import { setImmediate } from "node:timers/promises"
import { describeIssues, readJson } from "./json-text"
import { PARTNER_SECTIONS, partnersEnvelope, type PartnerSection, type PartnersEnvelope } from "./partners-schema"

const BATCH_SIZE = 1000

/**
 * Reads a partners package ("kontor-partners", described in docs/partners-json.md): holdings, legal entities with all that
 * hangs on them, the supplier's own entities, contracts, delivery points and people, most of which CommerceML does not carry. A row that does not fit becomes a `problem` record. Throws
 * `ErpPackageError`: "file_too_large", "encoding_invalid", "json_invalid".
 */
export async function* readPartners(file: SpooledFile): AsyncIterable<ErpRecord[]> {
  yield* partnersOf(await readJson(file))
}

/** The records of a partners package that has been parsed already. */
export async function* partnersOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const envelope = parseEnvelope(content)
  yield [packageOf(envelope)]
  for (const section of PARTNER_SECTIONS) {
    const rows = envelope[section.name]
    for (let start = 0; start < rows.length; start += BATCH_SIZE) {
      yield rows.slice(start, start + BATCH_SIZE).map((row, index) => readRow(section, row, start + index))
      // Checking rows is pure computing: others get their turn between batches.
      await setImmediate()
    }
  }
}

function parseEnvelope(content: unknown): PartnersEnvelope {
  const parsed = partnersEnvelope.safeParse(content)
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a partners package: ${describeIssues(parsed.error.issues)}`)
  }
  return parsed.data
}

function packageOf({ is_full, formed_at }: PartnersEnvelope): ErpRecord {
  return { kind: "package", content: "partners", is_full, external_id: null, formed_at, schema_version: "1" }
}

function readRow(section: PartnerSection, row: unknown, index: number): ErpRecord {
  const parsed = section.row.safeParse(row)
  if (parsed.success) {
    return parsed.data
  }
  const subject = externalIdOf(row) ?? `${section.name}[${index}]`
  return { kind: "problem", code: "row_invalid", message: `${section.name}[${index}]: ${describeIssues(parsed.error.issues)}`, subject }
}

function externalIdOf(row: unknown): string | null {
  const id = typeof row === "object" && row !== null && "external_id" in row ? row.external_id : null
  return typeof id === "string" && id !== "" ? id.slice(0, 120) : null
}
