import { ErpPackageError, type ErpRecord } from "@kontor/framework"
import { cardsEnvelope, documentRow, relationRow } from "./cards-schema"
import { describeIssues, isFormat } from "./json-text"
import { readRows } from "./rows"

/** Whether parsed JSON says of itself that it is a cards package. */
export function isCardsPackage(content: unknown): boolean {
  return isFormat(content, "kontor-cards")
}

/**
 * The records of a cards package ("kontor-cards", described in docs/cards-json.md): what belongs to products, and their documents. A row that does not fit becomes a
 * `problem` record. Throws `ErpPackageError` "json_invalid" for an envelope that does not fit.
 */
export async function* cardsOf(content: unknown): AsyncIterable<ErpRecord[]> {
  const parsed = cardsEnvelope.safeParse(content)
  if (!parsed.success) {
    throw new ErpPackageError("json_invalid", `The package is not a cards package: ${describeIssues(parsed.error.issues)}`)
  }
  const { formed_at, relations, documents } = parsed.data
  yield [{ kind: "package", content: "reference", is_full: false, external_id: null, formed_at, schema_version: "1" }]
  yield* readRows(relations, "relations", relationRow)
  yield* readRows(documents, "documents", documentRow)
}
