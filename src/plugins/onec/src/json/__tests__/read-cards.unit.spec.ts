import { ErpPackageError, type ErpRecord } from "@kontor/framework"
import { cardsOf, isCardsPackage } from "../read-cards"

const ENVELOPE = { format: "kontor-cards", version: 1, formed_at: "2026-02-01T10:00:00" }
const ROW = { product_external_id: "p1", relation: "analogue", to_external_ids: ["p2", "p3"] }

async function read(content: unknown): Promise<ErpRecord[]> {
  const records: ErpRecord[] = []
  for await (const batch of cardsOf(content)) {
    records.push(...batch)
  }
  return records
}

describe("a cards package", () => {
  it("gives what belongs to each product, one way unless it says otherwise", async () => {
    expect(isCardsPackage(ENVELOPE)).toBe(true)
    expect(await read({ ...ENVELOPE, relations: [ROW, { ...ROW, relation: "related", is_mutual: true, to_external_ids: [] }] })).toEqual([
      expect.objectContaining({ kind: "package", formed_at: "2026-02-01T10:00:00" }),
      { kind: "product_relations", ...ROW, is_mutual: false },
      { kind: "product_relations", ...ROW, relation: "related", is_mutual: true, to_external_ids: [] },
    ])
  })

  it.each([
    ["a relation that is none", { relation: "sibling" }, "relation"],
    ["no list", { to_external_ids: undefined }, "to_external_ids"],
    ["more than fifty", { to_external_ids: Array.from({ length: 51 }, String) }, "to_external_ids"],
    ["an unknown field", { colour: "red" }, "colour"],
  ])("reports a row with %s and goes on", async (_title, data, field) => {
    const [, problem, next] = await read({ ...ENVELOPE, relations: [{ ...ROW, ...data }, ROW] })
    expect(problem).toMatchObject({ kind: "problem", code: "row_invalid" })
    expect(JSON.stringify(problem)).toContain(field)
    expect(next).toMatchObject({ kind: "product_relations" })
  })

  it("gives documents with the lists that it tells, and leaves out those that it does not", async () => {
    const row = { external_id: "d1", kind: "certificate", title: " Сертификат ", file: "document_files\\c1.pdf" }
    const told = { number: "", valid_until: "2027-01-31", product_external_ids: ["p1"], group_external_ids: [], manufacturers: ["Makita"] }
    const [, first, second, problem] = await read({
      ...ENVELOPE,
      documents: [row, { ...row, ...told, is_deleted: true }, { ...row, file: "" }],
    })
    const read1 = { kind: "product_document", external_id: "d1", document_kind: "certificate", title: "Сертификат" }
    expect(first).toEqual({ ...read1, file: "document_files/c1.pdf", is_deleted: false })
    expect(second).toEqual({ ...read1, ...told, number: null, file: "document_files/c1.pdf", is_deleted: true })
    expect(problem).toMatchObject({ code: "row_invalid", subject: "d1" })
  })

  it("is refused as a whole when its envelope does not fit", async () => {
    await expect(read({ ...ENVELOPE, version: 2 })).rejects.toThrow(ErpPackageError)
  })
})
