import type { Right } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createHolding } from "../../helpers/create-holding"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { createStorefront } from "../../helpers/create-storefront"

jest.setTimeout(240_000)

/** With the head there is one more. */
const CHILDREN = 60

type Rows = { id: string; name: string; inn: string | null }[]

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: Awaited<ReturnType<typeof createLargeHolding>>

    beforeEach(async () => {
      world = await createLargeHolding()
    })

    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)

    /** A holding whose entities have names in a known order, each with a contract, and people in its head. */
    async function createLargeHolding() {
      const container = getContainer()
      const storefront = await createStorefront(container)
      const { holding, head } = await createHolding(container, { children: 0 })
      await company().updateLegalEntities({ id: head.id, name: "Firm 00", inn: "7700000000" })
      const numbers = Array.from({ length: CHILDREN }, (_, index) => String(index + 1).padStart(2, "0"))
      const children = await company().createLegalEntities(
        numbers.map((number) => ({ name: `Firm ${number}`, inn: `77000000${number}`, state: "active" as const, holding_id: holding.id }))
      )
      const supplier = await company().createSupplierEntities({ name: "Supplier" })
      const entities = [head, ...children]
      await company().createContracts(
        entities.map(({ id }, index) => ({
          legal_entity_id: id,
          supplier_entity_id: supplier.id,
          number: `C-${index}`,
          currency_code: "rub",
        }))
      )
      const superuser = await createSignedInEmployee(container, storefront, { legal_entity_id: head.id, role: "superuser" })
      return { storefront, head, entities, superuser }
    }

    async function createHolder(rights: Right[]) {
      const staff = await createStaffSession(getContainer())
      const { data } = await api.post("/admin/roles", { code: "buyer", name: "Buyer", rights }, staff)
      const person = await createSignedInEmployee(getContainer(), world.storefront, { legal_entity_id: world.head.id })
      await company().updateEmployees({ id: person.id, role_id: data.role.id })
      return person
    }

    const get = (path: string, { headers } = world.superuser) => answerOf(api.get(path, { headers }))
    const list = async (query: string, who = world.superuser) => (await get(`/store/legal-entities?${query}`, who)).data
    const namesOf = (rows: Rows) => rows.map(({ name }) => name)

    describe("GET /store/me of the head", () => {
      it("tells the first fifty entities and contracts by name, and how many there are", async () => {
        const { data } = await get("/store/me")
        expect(data).toMatchObject({ legal_entity_count: 61, contract_count: 61 })
        expect([data.legal_entities.length, data.contracts.length]).toEqual([50, 50])
        expect([data.legal_entities[0].name, data.legal_entities[49].name]).toEqual(["Firm 00", "Firm 49"])
        expect(data.active_legal_entity).toEqual(data.legal_entities[0])
        expect(data.active_contract).toEqual(data.contracts[0])
      })

      it("tells the active contract and its entity also when they stand behind the fiftieth", async () => {
        const last = world.entities.at(-1)?.id
        const switched = await answerOf(api.post("/store/me/legal-entity", { legal_entity_id: last }, { headers: world.superuser.headers }))
        for (const data of [switched.data, (await get("/store/me")).data]) {
          expect(data.active_legal_entity).toMatchObject({ id: last, name: "Firm 60", is_member: false })
          expect(data.active_contract).toMatchObject({ legal_entity_id: last, usable: true })
          expect(namesOf(data.legal_entities)).not.toContain("Firm 60")
        }
      })
    })

    describe("GET /store/legal-entities", () => {
      it("pages through all in sight by name, without contracts unless they are asked for", async () => {
        const first = await list("limit=40")
        const second = await list("limit=40&offset=40&contracts=true")
        expect([first.count, second.count, first.legal_entities.length, second.legal_entities.length]).toEqual([61, 61, 40, 21])
        expect(namesOf([...first.legal_entities, ...second.legal_entities])).toEqual(
          Array.from({ length: 61 }, (_, index) => `Firm ${String(index).padStart(2, "0")}`)
        )
        expect(first.legal_entities[0]).not.toHaveProperty("contracts")
        expect(second.legal_entities[20].contracts).toMatchObject([{ number: "C-60", usable: true, refusal: null }])
        expect((await get("/store/legal-entities?limit=101")).status).toBe(400)
      })

      it("finds by part of the name, whatever its letters, of the ИНН, and by state", async () => {
        const [, first, second] = world.entities
        await company().updateLegalEntities([
          { id: first?.id ?? "", name: "ООО «Гёте»" },
          { id: second?.id ?? "", state: "blocked" },
        ])
        expect((await list(`q=${encodeURIComponent("ГЕТЕ")}`)).legal_entities).toMatchObject([{ id: first?.id }])
        expect(namesOf((await list("q=7700000059")).legal_entities)).toEqual(["Firm 59"])
        expect(namesOf((await list("state=blocked")).legal_entities)).toEqual(["Firm 02"])
        expect((await list("q=%25")).count).toBe(0)
      })

      it("shows a child itself alone", async () => {
        const [, child] = world.entities
        const person = await createSignedInEmployee(getContainer(), world.storefront, {
          legal_entity_id: child?.id ?? "",
          role: "superuser",
        })
        expect(await list("q=Firm", person)).toMatchObject({
          count: 1,
          legal_entities: [{ id: child?.id, is_member: true, is_default: true }],
        })
      })
    })

    describe("requisites", () => {
      it("are told and searched where the right entity.view reaches; names are told all the same", async () => {
        const rights: Right[] = [
          { section: "contract", action: "view", scope: "holding" },
          { section: "entity", action: "view", scope: "entity" },
        ]
        const buyer = await createHolder(rights)
        const { data } = await get("/store/me", buyer)
        expect(data.legal_entities.slice(0, 2)).toMatchObject([
          { name: "Firm 00", inn: "7700000000" },
          { name: "Firm 01", inn: null, kpp: null },
        ])
        expect((await list("q=7700000000", buyer)).count).toBe(1)
        expect((await list("q=7700000059", buyer)).count).toBe(0)
        expect((await list("q=Firm%2059&contracts=true", buyer)).legal_entities).toMatchObject([
          { inn: null, contracts: [{ number: "C-59" }] },
        ])
      })
    })
  },
})
