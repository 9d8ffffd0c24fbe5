import { type ErpRecord } from "@kontor/framework"
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { MAX_JSON_BYTES, readJson } from "../json-text"
import { partnersOf } from "../read-partners"

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "partners-"))
  path = join(folder, "partners.json")
})
afterEach(() => rm(folder, { recursive: true }))

async function collect(): Promise<ErpRecord[]> {
  const records: ErpRecord[] = []
  for await (const batch of partnersOf(await readJson({ path }))) {
    records.push(...batch)
  }
  return records
}

async function read(content: unknown): Promise<ErpRecord[]> {
  await writeFile(path, typeof content === "string" ? content : JSON.stringify(content))
  return collect()
}

const ENVELOPE = { format: "kontor-partners", version: 1, is_full: true, formed_at: "2026-01-31T10:00:00" }
const CONTRACT = {
  external_id: "D1",
  number: "15/24",
  legal_entity_external_id: "L1",
  supplier_entity_external_id: "S1",
  price_type_external_id: "T1",
  currency_code: "руб",
}

describe("a partners package", () => {
  it("gives its rows after the package, those referred to first", async () => {
    const records = await read({
      ...ENVELOPE,
      contracts: [{ ...CONTRACT, starts_on: "2026-01-01", ends_on: null, payment_terms: "30 дней", is_blocked: true }],
      legal_entities: [
        {
          external_id: "L1",
          name: " Ромашка ",
          inn: "0274062111",
          kpp: "077301001",
          holding_external_id: "H1",
          is_head: true,
          official_name: "",
        },
      ],
      holdings: [{ external_id: "H1", name: "Цветы" }],
      supplier_entities: [{ external_id: "S1", name: "ООО Поставщик", inn: null }],
    })
    expect(records).toEqual([
      { kind: "package", content: "partners", is_full: true, external_id: null, formed_at: "2026-01-31T10:00:00", schema_version: "1" },
      { kind: "supplier_entity", external_id: "S1", name: "ООО Поставщик", inn: null, is_deleted: false },
      { kind: "holding", external_id: "H1", name: "Цветы", is_deleted: false },
      {
        kind: "legal_entity",
        external_id: "L1",
        name: "Ромашка",
        official_name: null,
        inn: "0274062111",
        kpp: "077301001",
        holding_external_id: "H1",
        is_head: true,
        is_deleted: false,
      },
      {
        kind: "contract",
        ...CONTRACT,
        currency_code: "rub",
        starts_on: "2026-01-01",
        ends_on: null,
        payment_terms: "30 дней",
        is_blocked: true,
        is_deleted: false,
      },
    ])
  })

  it("gives all that hangs on an entity, and leaves out what is not mentioned", async () => {
    const [, category, entity, point, person] = await read({
      ...ENVELOPE,
      people: [{ external_id: "P1", name: "Анна", email: " Anna@Example.RU ", legal_entity_external_ids: ["L1"] }],
      delivery_points: [{ external_id: "A1", legal_entity_external_id: "L1", name: "Склад", is_consignee: true }],
      client_categories: [{ external_id: "K1", name: "Опт" }],
      legal_entities: [
        {
          external_id: "L1",
          name: "Ромашка",
          inn: "12",
          ogrn: "1027700132195",
          bank_accounts: [{ bic: "044525225", account: "40702810400000000001" }],
          category_external_ids: ["K1"],
          managers: [{ external_id: "M1", name: "Пётр", email: "P@Example.ru" }],
        },
      ],
    })
    expect(category).toEqual({ kind: "client_category", external_id: "K1", name: "Опт", is_deleted: false })
    expect(entity).toEqual({
      kind: "legal_entity",
      external_id: "L1",
      name: "Ромашка",
      inn: "12",
      ogrn: "1027700132195",
      bank_accounts: [
        { bic: "044525225", account: "40702810400000000001", bank_name: null, correspondent_account: null, is_default: false },
      ],
      category_external_ids: ["K1"],
      managers: [{ external_id: "M1", name: "Пётр", email: "p@example.ru", role: "manager" }],
      is_deleted: false,
    })
    expect(point).toEqual({
      kind: "delivery_point",
      external_id: "A1",
      legal_entity_external_id: "L1",
      name: "Склад",
      is_consignee: true,
      is_deleted: false,
    })
    expect(person).toEqual({
      kind: "person",
      external_id: "P1",
      name: "Анна",
      email: "anna@example.ru",
      legal_entity_external_ids: ["L1"],
      is_deleted: false,
    })
  })

  it("gives every term of a contract", async () => {
    const terms = {
      is_agreement: true,
      signed_on: "2025-12-20",
      region: "Урал",
      warehouse_external_ids: ["W1"],
      credit_limit: "1500000.50",
      credit_terms: "30 дней",
      state_reason: "по заявлению",
    }
    const [, contract] = await read({ ...ENVELOPE, contracts: [{ ...CONTRACT, ...terms }] })
    expect(contract).toMatchObject({ kind: "contract", ...terms })
  })

  it("may hold nothing but its envelope", async () => {
    expect(await read({ format: "kontor-partners", version: 1, is_full: false })).toMatchObject([
      { kind: "package", is_full: false, formed_at: null },
    ])
  })

  it.each([
    ["an unknown currency", { currency_code: "у.е." }, /contracts\[1\]: currency_code: unknown currency "у\.е\."/],
    ["an impossible day", { starts_on: "2026-02-30" }, /starts_on: must be a calendar day/],
    ["an end before its start", { starts_on: "2026-02-02", ends_on: "2026-02-01" }, /ends before it starts/],
    ["a field nobody knows", { currency: "rub" }, /currency/],
    ["no number", { number: "  " }, /number/],
    ["a limit with three places", { credit_limit: "1.005" }, /credit_limit: must be an amount/],
    ["an impossible day of signing", { signed_on: "2026-02-30" }, /signed_on: must be a calendar day/],
    ["a number for an id", { external_id: 7 }, /external_id/],
  ])("makes a problem of a row with %s and reads the rest", async (_, change, message) => {
    const records = await read({ ...ENVELOPE, contracts: [CONTRACT, { ...CONTRACT, ...change }, { ...CONTRACT, external_id: "D3" }] })
    expect(records.map((record) => record.kind)).toEqual(["package", "contract", "problem", "contract"])
    expect(records[2]).toMatchObject({ code: "row_invalid", message: expect.stringMatching(message) })
  })

  it("names a bad row by its id, or by its place", async () => {
    const records = await read({ ...ENVELOPE, holdings: [{ external_id: "H1" }, null, "H2"] })
    expect(records.slice(1)).toMatchObject([{ subject: "H1" }, { subject: "holdings[1]" }, { subject: "holdings[2]" }])
  })

  it("gives all rows of a long package in order", async () => {
    const holdings = Array.from({ length: 2501 }, (_, index) => ({ external_id: `H${index}`, name: "Цветы" }))
    const records = await read({ ...ENVELOPE, holdings })
    expect(records.slice(1).map((record) => (record.kind === "holding" ? record.external_id : record.kind))).toEqual(
      holdings.map((row) => row.external_id)
    )
  })

  it("counts places through the whole section", async () => {
    const holdings = [...Array.from({ length: 1200 }, (_, index) => ({ external_id: `H${index}`, name: "Цветы" })), null]
    expect((await read({ ...ENVELOPE, holdings })).at(-1)).toMatchObject({ kind: "problem", subject: "holdings[1200]" })
  })

  it.each([
    ["a cut file", `{"format":"kontor-partners","version":1`],
    ["another format", { ...ENVELOPE, format: "partners" }],
    ["a later version", { ...ENVELOPE, version: 2 }],
    ["no word on being full", { format: "kontor-partners", version: 1 }],
    ["an unknown section", { ...ENVELOPE, supervisors: [] }],
    ["a section that is no list", { ...ENVELOPE, holdings: {} }],
    ["a list", []],
  ])("is refused as a whole for %s", async (_, content) => {
    await expect(read(content)).rejects.toMatchObject({ name: "ErpPackageError", code: "json_invalid" })
  })

  it("is refused when it is not UTF-8", async () => {
    await writeFile(path, Buffer.from([0x7b, 0xca, 0x7d]))
    await expect(collect()).rejects.toMatchObject({ code: "encoding_invalid" })
  })

  it("is refused above 64 MiB before it is read", async () => {
    await writeFile(path, "{}")
    await truncate(path, MAX_JSON_BYTES + 1)
    await expect(collect()).rejects.toMatchObject({ code: "file_too_large" })
  })
})
