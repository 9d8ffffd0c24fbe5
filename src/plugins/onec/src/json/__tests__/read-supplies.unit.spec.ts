import type { ErpRecord } from "@kontor/framework"
import { isSuppliesPackage, suppliesOf } from "../read-supplies"

const ENVELOPE = { format: "kontor-supplies", version: 1, formed_at: "2026-02-01T10:00:00" }
const SUPPLY = { external_id: "S1", number: "УТ-15", state: "in_transit", expected_on: "2026-03-01" }
const LINE = { offer_external_id: "p1", quantity: "12.5" }

async function read(content: unknown): Promise<ErpRecord[]> {
  const records: ErpRecord[] = []
  for await (const batch of suppliesOf(content)) {
    records.push(...batch)
  }
  return records.slice(1)
}

const readSupply = (data: object) => read({ ...ENVELOPE, supplies: [{ ...SUPPLY, ...data }] })

describe("a supplies package", () => {
  it("gives supplies with their lines, the defaults filled in", async () => {
    expect(isSuppliesPackage(ENVELOPE)).toBe(true)
    const lines = [LINE, { ...LINE, arrived: "2", coefficient: "12" }]
    expect(await readSupply({ lines, supplier: " ООО Завод ", warehouse_external_id: "W1" })).toEqual([
      {
        ...{ kind: "supply", ...SUPPLY, warehouse_external_id: "W1", supplier_name: "ООО Завод", are_lines_whole: true, is_deleted: false },
        lines: [
          { ...LINE, arrived: "0", coefficient: "1" },
          { ...LINE, arrived: "2", coefficient: "12" },
        ],
      },
    ])
  })

  it("keeps apart what is not told and what is told to be none", async () => {
    const [untold] = await readSupply({ expected_on: null })
    expect(untold).toEqual({ kind: "supply", ...SUPPLY, expected_on: null, are_lines_whole: false, is_deleted: false })
    const [none] = await readSupply({ warehouse_external_id: null, supplier: "", comment: null, lines: [] })
    expect(none).toMatchObject({ warehouse_external_id: null, supplier_name: null, comment: null, lines: [], are_lines_whole: true })
  })

  it("reads the other lines of a supply one of whose lines does not fit, and does not take the list for whole", async () => {
    const [problem, supply] = await readSupply({ lines: [LINE, { ...LINE, quantity: 5 }] })
    expect(problem).toMatchObject({ kind: "problem", code: "row_invalid", subject: "p1" })
    expect(supply).toMatchObject({ kind: "supply", lines: [{ quantity: "12.5" }], are_lines_whole: false })
  })

  it.each([
    ["a state that is none", { state: "lost" }, "state"],
    ["a day that is none", { expected_on: "2026-02-30" }, "expected_on"],
    ["no day at all", { expected_on: undefined }, "expected_on"],
    ["an unknown field", { colour: "red" }, "colour"],
  ])("reports %s and goes on", async (_, data, field) => {
    const [problem] = await readSupply(data)
    expect(problem).toMatchObject({ kind: "problem", code: "row_invalid", subject: "S1", message: expect.stringContaining(field) })
  })

  it.each([{ quantity: "-1" }, { coefficient: "0" }, { arrived: "1.0000001" }])("reports a line with %j", async (data) => {
    const [problem] = await readSupply({ lines: [{ ...LINE, ...data }] })
    expect(problem).toMatchObject({ kind: "problem", code: "row_invalid" })
  })

  it("is refused as a whole where the envelope does not fit", async () => {
    await expect(read({ ...ENVELOPE, version: 2 })).rejects.toMatchObject({ code: "json_invalid" })
  })
})
