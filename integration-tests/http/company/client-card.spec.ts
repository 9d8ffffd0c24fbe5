import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { Modules } from "@medusajs/framework/utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createDealerCart } from "../../helpers/create-dealer-cart"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)

interface Session {
  user_id: string
  headers: Record<string, string>
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let admin: Session
    let manager: Session

    beforeEach(async () => {
      const container = getContainer()
      world = await createWorld(container)
      admin = await createStaffSession(container)
      manager = await createManagerSession(container, { role: "manager", legal_entity_ids: [world.entities.child.id] })
    })

    const ask = (route: string, { headers }: Session, body: object = {}) => {
      const [method = "", url = ""] = route.split(" ")
      return answerOf(
        method === "GET" ? api.get(url, { headers }) : method === "DELETE" ? api.delete(url, { headers }) : api.post(url, body, { headers })
      )
    }

    async function fillCart(name: "child" | "sibling", prices: number[]) {
      const container = getContainer()
      const cart = await createDealerCart(container, {
        customer_id: world.people[name].customer_id,
        contract_id: world.contracts[name].id,
      })
      const lines = prices.map((unit_price, index) => ({ cart_id: cart.id, title: `Line ${index}`, quantity: index + 2, unit_price }))
      if (lines.length) {
        await container.resolve(Modules.CART).addLineItems(lines)
      }
      return cart
    }

    describe("open carts of a client", () => {
      it("are told with whose they are, lines and total; empty and placed ones and those of others are not", async () => {
        const { child, sibling } = world.entities
        const older = await fillCart("child", [10.5, 0.25])
        const newer = await fillCart("child", [7])
        await fillCart("child", [])
        await fillCart("sibling", [99])
        const placed = await fillCart("child", [1])
        await getContainer().resolve(Modules.CART).updateCarts(placed.id, { completed_at: new Date() })
        const { data } = await ask(`GET /admin/legal-entities/${child.id}/carts`, manager)
        expect(data).toMatchObject({
          count: 2,
          carts: [
            { id: newer.id, line_count: 1, total: "14.00", currency_code: "rub" },
            {
              id: older.id,
              line_count: 2,
              total: "21.75",
              contract: { id: world.contracts.child.id, number: world.contracts.child.number },
              employee: { id: world.people.child.id, email: world.people.child.email },
            },
          ],
        })
        expect((await ask(`GET /admin/legal-entities/${child.id}/carts?limit=1&offset=1`, manager)).data).toMatchObject({
          count: 2,
          carts: [{ id: older.id }],
        })
        expect((await ask(`GET /admin/legal-entities/${child.id}/carts?offset=5`, manager)).data).toMatchObject({ count: 2, carts: [] })
        expect((await ask(`GET /admin/legal-entities/${sibling.id}/carts`, manager)).status).toBe(404)
      })

      it("come first by what was changed last, be it a line alone", async () => {
        const first = await fillCart("child", [1])
        const second = await fillCart("child", [2])
        const order = async () =>
          (await ask(`GET /admin/legal-entities/${world.entities.child.id}/carts`, admin)).data.carts.map(({ id }: { id: string }) => id)
        expect(await order()).toEqual([second.id, first.id])
        await getContainer()
          .resolve(Modules.CART)
          .addLineItems([{ cart_id: first.id, title: "Later", quantity: 1, unit_price: 1 }])
        expect(await order()).toEqual([first.id, second.id])
      })
    })

    describe("people of clients", () => {
      const emailsOf = async (who: Session, query = "") => {
        const { data } = await ask(`GET /admin/employees${query}`, who)
        expect(data.count).toBe(data.employees.length)
        return data.employees.map(({ email }: { email: string }) => email).sort()
      }

      it("are listed with role and entities, and to a manager only as far as they are his clients'", async () => {
        const { people, entities } = world
        await ask(`POST /admin/employees/${people.child.id}/memberships`, admin, { legal_entity_id: entities.sibling.id })
        const { data } = await ask(`GET /admin/employees?legal_entity_id=${entities.child.id}&q=${people.child.email}`, manager)
        expect(data).toMatchObject({
          count: 1,
          employees: [
            {
              id: people.child.id,
              role: "superuser",
              custom_role: null,
              state: "active",
              has_password: false,
              legal_entities: [{ id: entities.child.id, is_default: true }],
            },
          ],
        })
        expect(await emailsOf(manager)).not.toContain(people.sibling.email)
        expect(await emailsOf(admin)).toEqual(expect.arrayContaining([people.child.email, people.sibling.email, people.stranger.email]))
        expect(await emailsOf(manager, `?legal_entity_id=${entities.sibling.id}`)).toEqual([])
        expect(await emailsOf(admin, `?holding_id=${entities.child.holding_id}`)).not.toContain(people.stranger.email)
        expect(await emailsOf(admin, `?q=${people.stranger.email}&state=blocked`)).toEqual([])
      })

      it("work for one entity more or less, and begin with another; what stands already changes nothing", async () => {
        const { people, entities } = world
        const path = `/admin/employees/${people.child.id}/memberships`
        const standing = async () => {
          const { data } = await ask(`GET /admin/employees?q=${people.child.email}`, admin)
          return data.employees[0].legal_entities
            .map(({ id, is_default }: { id: string; is_default: boolean }) => `${nameOf(id)}${is_default ? "!" : ""}`)
            .sort()
        }
        const attach = (legal_entity_id: string, is_default = false) => ask(`POST ${path}`, admin, { legal_entity_id, is_default })
        expect((await attach(entities.sibling.id)).status).toBe(200)
        expect((await attach(entities.sibling.id)).status).toBe(200)
        expect(await standing()).toEqual(["child!", "sibling"])
        const moved = await attach(entities.sibling.id, true)
        expect(moved.data.employee).toMatchObject({ id: people.child.id, email: people.child.email })
        expect(await standing()).toEqual(["child", "sibling!"])
        expect((await ask(`DELETE ${path}/${entities.sibling.id}`, admin)).status).toBe(200)
        expect((await ask(`DELETE ${path}/${entities.sibling.id}`, admin)).status).toBe(200)
        expect(await standing()).toEqual(["child!"])
        const last = await ask(`DELETE ${path}/${entities.child.id}`, admin)
        expect({ status: last.status, code: last.data.code }).toEqual({ status: 400, code: "membership_last" })
        expect((await attach("lent_nowhere")).status).toBe(404)
        const log = await ask(`GET /admin/audit-entries?subject_id=${people.child.id}&action=employee.changed`, admin)
        expect(log.data.audit_entries).toHaveLength(3)
      })

      it("lose no entity when two are attached at once", async () => {
        const { people, entities } = world
        const path = `/admin/employees/${people.child.id}/memberships`
        const answers = await Promise.all(
          [entities.sibling.id, entities.head.id].map((legal_entity_id) => ask(`POST ${path}`, admin, { legal_entity_id }))
        )
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
        const { data } = await ask(`GET /admin/employees?q=${people.child.email}`, admin)
        expect(data.employees[0].legal_entities).toHaveLength(3)
      })

      it("are tied by a manager to his own clients only", async () => {
        const { people, entities } = world
        const answers = await Promise.all([
          ask(`POST /admin/employees/${people.child.id}/memberships`, manager, { legal_entity_id: entities.sibling.id }),
          ask(`POST /admin/employees/${people.sibling.id}/memberships`, manager, { legal_entity_id: entities.child.id }),
          ask(`DELETE /admin/employees/${people.sibling.id}/memberships/${entities.sibling.id}`, manager),
        ])
        expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
      })
    })

    it("requests of a client are those made for it and those about it", async () => {
      const { child, sibling } = world.entities
      const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      const common = {
        kind: "legal_entity" as const,
        applicant_name: "Ivan",
        applicant_email: "ivan@dealer.test",
        requisites: { name: "New", inn: "7707083893" },
      }
      await company.createApplications([
        { ...common, number: "A900001", from_entity_id: child.id },
        { ...common, number: "A900002", legal_entity_id: child.id },
        { ...common, number: "A900003", from_entity_id: sibling.id },
      ])
      const numbers = async (who: Session, id: string) =>
        (await ask(`GET /admin/applications?legal_entity_id=${id}`, who)).data.applications.map(({ number }: { number: string }) => number)
      expect((await numbers(manager, child.id)).sort()).toEqual(["A900001", "A900002"])
      expect(await numbers(admin, sibling.id)).toEqual(["A900003"])
      expect(await numbers(manager, sibling.id)).toEqual([])
    })

    it("the roles that people of a client may be given are those of his holding and those of all", async () => {
      const { child, stranger } = world.entities
      const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      const right = { section: "order", action: "view", scope: "own" }
      const make = (code: string, holding_id: string | null) =>
        ask("POST /admin/roles", admin, { code, name: code, holding_id, rights: [right] })
      const other = await company.createHoldings({ name: "Other" })
      await Promise.all([make("of_holding", child.holding_id), make("of_all", null), make("of_other", other.id)])
      const codes = async (id: string) =>
        (await ask(`GET /admin/legal-entities/${id}/roles`, id === child.id ? manager : admin)).data.roles.map(
          ({ code }: { code: string }) => code
        )
      expect(await codes(child.id)).toEqual(["of_all", "of_holding"])
      expect(await codes(stranger.id)).toEqual(["of_all"])
      expect((await ask(`GET /admin/legal-entities/${stranger.id}/roles`, manager)).status).toBe(404)
    })

    it("the list of roles tells whose people may have each and how many do, narrowed to a holding when asked", async () => {
      const { holding_id } = world.entities.child
      const rights = [{ section: "order", action: "view", scope: "own" }]
      const { data } = await ask("POST /admin/roles", admin, { code: "clerk_2", name: "Кладовщик", holding_id, rights })
      await ask("POST /admin/roles", admin, { code: "of_all", name: "Общая", rights })
      await ask(`POST /admin/employees/${world.people.child.id}`, admin, { role_id: data.role.id })
      const codes = async (query: string) =>
        (await ask(`GET /admin/roles${query}`, admin)).data.roles.map(({ code }: { code: string }) => code)
      expect((await ask(`GET /admin/roles?holding_id=${holding_id}`, admin)).data).toMatchObject({
        count: 1,
        roles: [{ code: "clerk_2", people: 1, holding: { id: holding_id }, rights }],
      })
      expect(await codes("")).toEqual(["clerk_2", "of_all"])
      expect(await codes(`?q=${encodeURIComponent("склад")}`)).toEqual([])
      expect(await codes(`?q=${encodeURIComponent("ЛАДОВ")}`)).toEqual(["clerk_2"])
      expect(await codes("?q=clerk_")).toEqual(["clerk_2"])
      const people = await ask(`GET /admin/employees?q=${world.people.child.email}`, admin)
      expect(people.data.employees[0].custom_role).toEqual({ id: data.role.id, name: "Кладовщик" })
    })

    it("holdings are listed by name to whoever has a client in them, and the staff to heads of sales", async () => {
      const container = getContainer()
      const { holding_id } = world.entities.child
      const other = await container.resolve<CompanyModuleService>(COMPANY_MODULE).createHoldings({ name: "Ромашка 100%" })
      const head = await createManagerSession(container, { role: "head_of_sales" })
      const ids = async (who: Session, query = "") =>
        (await ask(`GET /admin/holdings${query}`, who)).data.holdings.map(({ id }: { id: string }) => id)
      expect((await ask("GET /admin/holdings", manager)).data).toMatchObject({ count: 1, holdings: [{ id: holding_id, entity_count: 3 }] })
      expect((await ids(head)).sort()).toEqual([holding_id, other.id].sort())
      expect(await ids(head, `?q=${encodeURIComponent("ромаш")}`)).toEqual([other.id])
      expect(await ids(manager, `?q=${encodeURIComponent("ромаш")}`)).toEqual([])
      expect(await ids(head, `?q=${encodeURIComponent("0%")}`)).toEqual([other.id])
      expect(await ids(head, `?q=${encodeURIComponent("1%0")}`)).toEqual([])
      expect((await ask("GET /admin/staff", head)).status).toBe(200)
    })

    function nameOf(id: string): string | undefined {
      return Object.entries(world.entities).find(([, entity]) => entity.id === id)?.[0]
    }
  },
})
