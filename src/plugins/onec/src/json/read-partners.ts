import { ErpPackageError, type ErpRecord } from "@kontor/framework"
import { describeIssues } from "./json-text"
import { PARTNER_SECTIONS, partnersEnvelope, type PartnersEnvelope } from "./partners-schema"
import { readRows } from "./rows"

/**
 * The records of a partners package ("kontor-partners", described in docs/partners-json.md): holdings, legal entities with all that hangs on
 * them, the supplier's own entities, contracts, delivery points and people, most of which CommerceML does not carry. A row that does not fit
 * becomes a `problem` record. Throws `ErpPackageError` "json_invalid" for an envelope that does not fit.
 */
export async function* partnersOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const envelope = parseEnvelope(content)
  yield [packageOf(envelope)]
  for (const section of PARTNER_SECTIONS) {
    yield* readRows(envelope[section.name], section.name, section.row)
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
