import { ErpPackageError, type ErpRecord, type SpooledFile } from "@kontor/framework"
import { readFile, stat } from "node:fs/promises"
import { setImmediate } from "node:timers/promises"
import { PARTNER_SECTIONS, partnersEnvelope, type PartnerSection, type PartnersEnvelope } from "./partners-schema"

/** The package is read whole; the bound keeps one delivery from taking the memory of the server. */
export const MAX_PARTNERS_BYTES = 64 * 1024 * 1024

const BATCH_SIZE = 1000

/**
 * Reads a partners package ("kontor-partners", described in docs/partners-json.md): holdings, legal entities with all that
 * hangs on them, the supplier's own entities, contracts, delivery points and people, most of which CommerceML does not carry. A row that does not fit becomes a `problem` record. Throws
 * `ErpPackageError`: "file_too_large", "encoding_invalid", "json_invalid".
 */
export async function* readPartners(file: SpooledFile): AsyncIterable<ErpRecord[]> {
  const envelope = parseEnvelope(await readText(file.path))
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

async function readText(path: string): Promise<string> {
  const { size } = await stat(path)
  if (size > MAX_PARTNERS_BYTES) {
    throw new ErpPackageError("file_too_large", `The package has ${size} bytes, ${MAX_PARTNERS_BYTES} are allowed`)
  }
  const bytes = await readFile(path)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    throw new ErpPackageError("encoding_invalid", "The package is not valid UTF-8")
  }
}

function parseEnvelope(text: string): PartnersEnvelope {
  const parsed = partnersEnvelope.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a partners package: ${describeIssues(parsed.error.issues)}`)
  }
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ErpPackageError("json_invalid", `The package is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
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

/** The first issues, each with its field: a row with ten faults is not mended by ten sentences. */
function describeIssues(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join(".")}: ${message}` : message))
    .join("; ")
}
