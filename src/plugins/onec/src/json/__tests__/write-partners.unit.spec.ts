import type { ErpRecord, OutboundPartners } from "@kontor/framework"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readJson } from "../json-text"
import { partnersOf } from "../read-partners"
import { writePartners } from "../write-partners"

const NOW = new Date("2026-01-31T10:00:00.000Z")

const ROMASHKA: OutboundPartners["legal_entities"][number] = {
  receipt: "outb_1@2",
  portal_id: "lent_1",
  external_id: null,
  holding_external_id: null,
  name: "Ромашка",
  official_name: "ООО «Ромашка»",
  inn: "0274062111",
  kpp: "027401001",
  ogrn: null,
  okpo: null,
  address: "Уфа, Ленина, 1",
  actual_address: null,
  postal_address: null,
  phone: "+7 347 200-00-00",
  email: "info@example.com",
  bank_accounts: [{ bic: "048073601", account: "40702810906000000001", bank_name: "Банк", correspondent_account: null, is_default: true }],
  contact: { name: "Иван", email: "ivan@example.com", phone: null },
}

const STORE: OutboundPartners["delivery_points"][number] = {
  receipt: "outb_2@1",
  portal_id: "dpnt_1",
  external_id: null,
  legal_entity_external_id: "1c-1",
  is_consignee: true,
  name: "Склад",
  address: "Уфа",
  contact: null,
  phone: null,
  comment: "с торца",
  is_deleted: false,
}

interface Written {
  legal_entities: Record<string, unknown>[]
  delivery_points: Record<string, unknown>[]
}

const written = (partners: OutboundPartners): Written => JSON.parse(writePartners(partners, NOW))

async function read(content: unknown): Promise<ErpRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), "partners-"))
  try {
    const path = join(folder, "partners.json")
    await writeFile(path, JSON.stringify(content))
    const records: ErpRecord[] = []
    for await (const batch of partnersOf(await readJson({ path }))) {
      records.push(...batch)
    }
    return records
  } finally {
    await rm(folder, { recursive: true })
  }
}

describe("partners for 1C", () => {
  it("are a partners package that says nothing of what it does not hold", () => {
    expect(written({ legal_entities: [], delivery_points: [] })).toEqual({
      format: "kontor-partners",
      version: 1,
      is_full: false,
      formed_at: "2026-01-31T10:00:00.000Z",
      legal_entities: [],
      delivery_points: [],
    })
  })

  it("have no id of 1C's before 1C has given one, and no receipt", () => {
    const { legal_entities, delivery_points } = written({ legal_entities: [ROMASHKA], delivery_points: [STORE] })
    expect(legal_entities[0]).not.toHaveProperty("external_id")
    expect(legal_entities[0]).toMatchObject({ portal_id: "lent_1", contact: { name: "Иван" }, kpp: "027401001" })
    expect(JSON.stringify([legal_entities, delivery_points])).not.toContain("receipt")
  })

  it("are read as they were written once 1C has put its ids in", async () => {
    const { legal_entities, delivery_points, ...envelope } = written({ legal_entities: [ROMASHKA], delivery_points: [STORE] })
    const records = await read({
      ...envelope,
      legal_entities: legal_entities.map((row) => ({ ...row, external_id: "1c-1", holding_external_id: "1c-h" })),
      delivery_points: delivery_points.map((row) => ({ ...row, external_id: "1c-2" })),
    })
    const { receipt: _entity, contact: _contact, ...entity } = ROMASHKA
    const { receipt: _point, ...point } = STORE
    expect(records.slice(1)).toEqual([
      { ...entity, kind: "legal_entity", external_id: "1c-1", holding_external_id: "1c-h", is_deleted: false },
      { ...point, kind: "delivery_point", external_id: "1c-2" },
    ])
  })
})
