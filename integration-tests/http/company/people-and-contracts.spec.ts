import { SYSTEM_ACTOR } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { changeEmployeeWorkflow } from "../../../src/workflows/company/change-employee"
import { createEmployeeWorkflow } from "../../../src/workflows/company/create-employee"
import { createContract } from "../../helpers/create-contract"
import { createStaffSession } from "../../helpers/create-staff-session"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const lenient = (options: { headers: Record<string, string> }) => ({ ...options, validateStatus: () => true })
    const me = async (who: keyof World["people"]) => (await api.get("/store/me", world.people[who])).data
    const switchTo = (who: keyof World["people"], contract_id: string) =>
      api.post("/store/me/contract", { contract_id }, lenient(world.people[who]))

    describe("GET /store/me", () => {
      it("shows a child its own entity and contract, and the head all of the holding", async () => {
        const { entities, contracts, people } = world
        const child = await me("child")
        expect(child.employee).toEqual({
          id: people.child.id,
          name: "Ivan Petrov",
          email: people.child.email,
          phone: null,
          role: "superuser",
        })
        expect(child.legal_entities.map((entity: { id: string }) => entity.id)).toEqual([entities.child.id])
        expect(child.contracts.map((contract: { id: string }) => contract.id)).toEqual([contracts.child.id])
        expect(child.active_contract).toMatchObject({ id: contracts.child.id, usable: true, refusal: null, price_type: null })

        const head = await me("head")
        const holding = [entities.head.id, entities.child.id, entities.sibling.id]
        expect(new Set(head.legal_entities.map((entity: { id: string }) => entity.id))).toEqual(new Set(holding))
        expect(head.contracts).toHaveLength(3)
        expect((await me("clerk")).legal_entities).toHaveLength(1)
      })

      it("tells why a contract cannot be used and has no active one when none can", async () => {
        const { entities, contracts } = world
        await company().updateContracts({ id: contracts.child.id, state: "blocked" })
        await createContract(getContainer(), { legal_entity_id: entities.child.id, ends_on: "2020-12-31" })
        await createContract(getContainer(), { legal_entity_id: entities.child.id, starts_on: "2999-01-01" })
        const { contracts: seen, active_contract } = await me("child")
        expect(active_contract).toBeNull()
        expect(seen.map((contract: { refusal: { code: string } }) => contract.refusal.code)).toEqual([
          "contract_blocked",
          "contract_expired",
          "contract_not_begun",
        ])
      })

      it("names the price type of the active contract", async () => {
        const { contracts } = world
        const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await db.raw(`insert into price_type (id, name, currency_code) values ('ptyp_1', 'Дилер', 'rub')`)
        await company().updateContracts({ id: contracts.child.id, price_type_id: "ptyp_1", starts_on: "2020-01-01", ends_on: "2999-12-31" })
        const { active_contract } = await me("child")
        expect(active_contract.price_type).toEqual({ id: "ptyp_1", name: "Дилер" })
        expect(await company().retrieveContract(contracts.child.id)).toMatchObject({ starts_on: "2020-01-01", ends_on: "2999-12-31" })
        expect([active_contract.starts_on, active_contract.ends_on]).toEqual(["2020-01-01", "2999-12-31"])
      })

      it("refuses unknown parameters", async () => {
        const { status } = await api.get("/store/me?as=somebody-else", lenient(world.people.child))
        expect(status).toBe(400)
      })
    })

    describe("POST /store/me/contract", () => {
      it("switches to a usable contract in sight and stays there", async () => {
        const { contracts } = world
        const answer = await switchTo("head", contracts.sibling.id)
        expect(answer.status).toBe(200)
        expect(answer.data.active_contract.id).toBe(contracts.sibling.id)
        expect((await me("head")).active_contract.id).toBe(contracts.sibling.id)
      })

      it("answers 404 alike for a contract out of sight and for one that does not exist", async () => {
        const { contracts } = world
        for (const id of [contracts.head.id, contracts.sibling.id, contracts.stranger.id, "ctr_nowhere"]) {
          const answer = await switchTo("child", id)
          expect([answer.status, answer.data.message]).toEqual([404, `Contract with id ${id} was not found`])
        }
        expect((await me("child")).active_contract.id).toBe(contracts.child.id)
      })

      it("refuses a contract that cannot be used, with the code of the reason", async () => {
        const { entities, contracts } = world
        const expired = await createContract(getContainer(), { legal_entity_id: entities.child.id, ends_on: "2020-12-31" })
        expect(await switchTo("child", expired.id)).toMatchObject({ status: 400, data: { code: "contract_expired" } })
        await company().updateLegalEntities({ id: entities.child.id, state: "blocked" })
        expect(await switchTo("child", contracts.child.id)).toMatchObject({ status: 400, data: { code: "entity_not_active" } })
      })
    })

    describe("staff", () => {
      it("find entities by part of the name or of the ИНН and page through them", async () => {
        await company().createLegalEntities([
          { name: "ООО «Ромашка»", inn: "7707083893", state: "active" },
          { name: "АО Ромашковый мир", inn: "500100732259", state: "blocked" },
        ])
        const list = async (query: string) => (await api.get(`/admin/legal-entities?${query}`, staff)).data
        expect((await list(`q=${encodeURIComponent("ромаш")}`)).count).toBe(2)
        expect((await list(`q=${encodeURIComponent("ромаш")}&state=blocked`)).legal_entities).toMatchObject([{ name: "АО Ромашковый мир" }])
        expect((await list("q=7083893")).legal_entities).toMatchObject([{ inn: "7707083893" }])
        const page = await list("limit=2&offset=4")
        expect(page).toMatchObject({ count: 6, offset: 4, limit: 2 })
        expect(page.legal_entities).toHaveLength(2)
        expect((await api.get("/admin/legal-entities?limit=101", lenient(staff))).status).toBe(400)
      })

      it("see an entity with its holding, contracts and people", async () => {
        const { entities, contracts, people } = world
        const { data } = await api.get(`/admin/legal-entities/${entities.child.id}`, staff)
        expect(data.legal_entity).toMatchObject({ id: entities.child.id, holding: { id: entities.child.holding_id } })
        expect(data.legal_entity.contracts).toMatchObject([
          { id: contracts.child.id, usable: true, supplier_entity: { id: expect.any(String) } },
        ])
        const ids = data.legal_entity.employees.map((employee: { id: string }) => employee.id)
        expect(new Set(ids)).toEqual(new Set([people.child.id, people.blocked.id]))
        expect((await api.get("/admin/legal-entities/lent_nowhere", lenient(staff))).status).toBe(404)
      })

      it("make a person who can sign in at once, once an address", async () => {
        const { entities, storefront } = world
        const body = { name: "Анна Ремарк", email: " Anna@Dealer.Test ", role: "ordinary", password: "correct horse" }
        const url = `/admin/legal-entities/${entities.child.id}/employees`
        const made = await api.post(url, body, staff)
        expect(made.data.employee).toMatchObject({ name: "Анна Ремарк", email: "anna@dealer.test", role: "ordinary", state: "active" })
        const { data } = await api.post("/auth/customer/emailpass", { email: "anna@dealer.test", password: "correct horse" })
        const seen = await api.get("/store/me", { headers: { ...storefront.headers, authorization: `Bearer ${data.token}` } })
        expect(seen.data.employee.id).toBe(made.data.employee.id)

        const again = await api.post(url, body, lenient(staff))
        expect(again).toMatchObject({ status: 400, data: { code: "employee_email_taken" } })
        const elsewhere = await api.post("/admin/legal-entities/lent_nowhere/employees", { ...body, email: "x@y.test" }, lenient(staff))
        expect(elsewhere.status).toBe(404)
        const weak = await api.post(url, { ...body, password: "short" }, lenient(staff))
        expect(weak.status).toBe(400)
      })

      it("block and unblock a person", async () => {
        const { people } = world
        const url = `/admin/employees/${people.child.id}/state`
        expect((await api.post(url, { state: "blocked" }, staff)).data.employee.state).toBe("blocked")
        expect((await api.get("/store/me", lenient(people.child))).status).toBe(403)
        expect((await api.post(url, { state: "active" }, staff)).data.employee.state).toBe("active")
        expect((await api.post("/admin/employees/empl_nowhere/state", { state: "active" }, lenient(staff))).status).toBe(404)
      })

      it("alone use these routes", async () => {
        for (const url of ["/admin/legal-entities", `/admin/legal-entities/${world.entities.child.id}`]) {
          expect((await api.get(url, lenient(world.people.head))).status).toBe(401)
        }
      })
    })

    it("leaves nobody behind whose second entity is unknown", async () => {
      const person = { name: "Ivan", email: "ivan@dealer.test", role: "ordinary" as const, actor: SYSTEM_ACTOR }
      const input = { ...person, legal_entity_id: world.entities.child.id, other_entity_ids: ["lent_nowhere"] }
      await expect(createEmployeeWorkflow(getContainer()).run({ input })).rejects.toMatchObject({ message: expect.any(String) })
      expect(await company().listEmployees({ email: input.email })).toEqual([])
    })

    it("leaves what the ERP tied the ERP's when another change of entities is undone", async () => {
      const { entities, people } = world
      const { id } = people.sibling
      const [tie] = await company().listEmployeeMemberships({ employee_id: id })
      await company().updateEmployeeMemberships({ id: tie?.id ?? "", source: "erp" })
      const memberships = { entity_ids: [entities.child.id], default_entity_id: entities.child.id }
      const input = { employee_id: id, memberships, changer: null, actor: SYSTEM_ACTOR }
      await withoutTable(getContainer(), "audit_entry", () =>
        expect(changeEmployeeWorkflow(getContainer()).run({ input })).rejects.toMatchObject({
          message: expect.stringContaining("audit_entry"),
        })
      )
      expect(await company().listEmployeeMemberships({ employee_id: id })).toMatchObject([
        { legal_entity_id: entities.sibling.id, is_default: true, source: "erp" },
      ])
    })

    it("tells as events that somebody of the supplier signs in as a person, and that this is ended", async () => {
      const told: unknown[] = []
      const bus = getContainer().resolve(Modules.EVENT_BUS)
      for (const name of ["acting_session.started", "acting_session.ended"]) {
        bus.subscribe(name, async ({ data }) => void told.push({ name, data }))
      }
      const { id: employee_id } = world.people.child
      const path = `/admin/employees/${employee_id}/sessions`
      const { id } = (await api.post(path, { reason: "An order by phone" }, staff)).data.session
      for (const _time of [1, 2]) {
        await api.delete(`${path}/${id}`, staff)
      }
      expect(told).toEqual([
        { name: "acting_session.started", data: { id, employee_id } },
        { name: "acting_session.ended", data: { id, employee_id } },
      ])
    })

    it("leaves nothing behind when the last write of a new person fails", async () => {
      const container = getContainer()
      const input = {
        name: "Ivan",
        email: "ivan@dealer.test",
        role: "ordinary" as const,
        password: "correct horse",
        legal_entity_id: world.entities.child.id,
        actor: SYSTEM_ACTOR,
      }
      await withoutTable(container, "employee_customer", () =>
        expect(createEmployeeWorkflow(container).run({ input })).rejects.toMatchObject({
          message: expect.stringContaining("employee_customer"),
        })
      )
      expect(await company().listEmployees({ email: input.email })).toEqual([])
      expect(await container.resolve(Modules.CUSTOMER).listCustomers({ email: input.email })).toEqual([])
      expect(await container.resolve(Modules.AUTH).listProviderIdentities({ entity_id: input.email })).toEqual([])
      await expect(createEmployeeWorkflow(container).run({ input })).resolves.toMatchObject({ result: { email: input.email } })
    })
  },
})
