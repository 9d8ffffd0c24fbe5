import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fetchPartners, sendPartners } from "../../run"
import { Supplier } from "../../generate/supplier"
import type { Connection } from "../connection"
import { FakeServer } from "./fake-server"

const server = new FakeServer()
const SUPPLIER = { products: 5, entities: 5, priceTypes: 3 }
const [known] = new Supplier(SUPPLIER).partners().legalEntities
let directory = ""

beforeAll(() => server.start())
afterAll(() => server.stop())
beforeEach(async () => {
  server.requests.length = 0
  server.respond = () => undefined
  directory = await mkdtemp(join(tmpdir(), "emulator-"))
})
afterEach(() => rm(directory, { recursive: true }))

const config = () => ({ ...SUPPLIER, basePath: join(directory, "base.json") })
const connection = (client: Connection["client"] = "a"): Connection => ({ url: server.url, login: "1c", password: "secret", client })

const applied = { portal_id: "lent_1", name: "Ромашка", inn: "7707083893", kpp: null, contact: { name: "Иван" } }
const point = (legal_entity_external_id: string) => ({
  portal_id: "dpnt_1",
  legal_entity_external_id,
  is_consignee: false,
  name: "Склад",
  is_deleted: false,
})

/** What the site gives, one package a question; then packages without rows. */
function siteHas(...packages: { legal_entities?: object[]; delivery_points?: object[] }[]): void {
  const waiting = [...packages]
  server.respond = ({ query }) => {
    const next = query.get("mode") === "query" ? waiting.shift() : undefined
    return (
      next && JSON.stringify({ format: "kontor-partners", version: 1, is_full: false, legal_entities: [], delivery_points: [], ...next })
    )
  }
}

interface Row {
  external_id: string
  portal_id?: string
  legal_entity_external_id?: string
  name?: string
  phone?: string
}

/** The partners package that 1C sends next. */
async function sentBack(): Promise<Record<"legal_entities" | "contracts" | "delivery_points", Row[]>> {
  server.requests.length = 0
  await sendPartners(config(), connection())
  const filename = server.requests.find(({ query }) => query.get("mode") === "file")?.query.get("filename") ?? ""
  return JSON.parse(server.received(filename).toString("utf8"))
}

describe("clients of the site", () => {
  it("are asked for until a package has no rows, and then confirmed", async () => {
    siteHas({ legal_entities: [applied] }, { delivery_points: [point("1c-1")] })
    expect(await fetchPartners(config(), connection())).toEqual({ legal_entities: 1, delivery_points: 1, new: 2 })
    const query = "partners query"
    expect(server.steps()).toEqual(["partners checkauth", query, query, query, "partners success"])
  })

  it("go back in the next package under an id of 1C's, with a contract, and without whom to ask", async () => {
    siteHas({ legal_entities: [applied] })
    await fetchPartners(config(), connection())
    const { legal_entities, contracts } = await sentBack()
    const entity = legal_entities.find(({ portal_id }) => portal_id === "lent_1")
    expect(entity).toMatchObject({ name: "Ромашка", inn: "7707083893", external_id: expect.stringMatching(/^[0-9a-f-]{36}$/) })
    expect(entity).not.toHaveProperty("contact")
    expect(legal_entities).toHaveLength(6)
    expect(contracts.filter(({ legal_entity_external_id }) => legal_entity_external_id === entity?.external_id)).toHaveLength(1)
  })

  it("keep their ids, however often they come and whatever becomes of the base", async () => {
    siteHas({ legal_entities: [applied] })
    await fetchPartners(config(), connection())
    const first = await sentBack()
    await rm(join(directory, "base-partners.json"))
    siteHas({ legal_entities: [applied] }, { legal_entities: [applied] })
    expect(await fetchPartners(config(), connection())).toEqual({ legal_entities: 2, delivery_points: 0, new: 1 })
    expect(await sentBack()).toEqual(first)
  })

  it("that 1C knows by ИНН and КПП are the ones it knows, and have their contract", async () => {
    siteHas({ legal_entities: [{ ...applied, inn: known?.inn, kpp: known?.kpp, phone: "+7" }] })
    expect(await fetchPartners(config(), connection())).toMatchObject({ new: 0 })
    const { legal_entities, contracts } = await sentBack()
    expect(legal_entities[0]).toMatchObject({ external_id: known?.external_id, portal_id: "lent_1", phone: "+7" })
    expect([legal_entities.length, contracts.length]).toEqual([5, 5])
  })

  it("are not confirmed when the answer cannot be read", async () => {
    for (const body of ["<html>", '{"format":"kontor-partners","version":1,"legal_entities":[{"name":"x"}],"delivery_points":[]}', "[]"]) {
      server.respond = ({ query }) => (query.get("mode") === "query" ? body : undefined)
      await expect(fetchPartners(config(), connection())).rejects.toMatchObject({ code: "reply_unreadable" })
    }
    expect(server.steps()).not.toContain("partners success")
  })
})
