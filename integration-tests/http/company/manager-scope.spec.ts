import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { answerOf } from "../../helpers/answer-of"
import { createDealerOrder } from "../../helpers/create-dealer-order"
import { createManagerSession, createStaffSession, createUserSession } from "../../helpers/create-staff-session"
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
    let head: Session
    let manager: Session
    let assistant: Session

    beforeEach(async () => {
      const container = getContainer()
      world = await createWorld(container)
      const { child, stranger, head: headEntity } = world.entities
      admin = await createStaffSession(container)
      head = await createManagerSession(container, { role: "head_of_sales" })
      manager = await createManagerSession(container, { role: "manager", legal_entity_ids: [child.id] })
      assistant = await createManagerSession(container, {
        role: "assistant",
        legal_entity_ids: [stranger.id],
        holding_ids: headEntity.holding_id ? [headEntity.holding_id] : [],
      })
    })

    const ask = (route: string, { headers }: Session, body: object = {}) => {
      const [method = "", url = ""] = route.split(" ")
      return answerOf(
        method === "GET" ? api.get(url, { headers }) : method === "DELETE" ? api.delete(url, { headers }) : api.post(url, body, { headers })
      )
    }
    const clientsOf = async (who: Session, query = "") => {
      const { data } = await ask(`GET /admin/legal-entities${query}`, who)
      expect(data.count).toBe(data.legal_entities.length)
      return data.legal_entities.map(({ id }: { id: string }) => id).sort()
    }
    const ids = (...names: (keyof World["entities"])[]) => names.map((name) => world.entities[name].id).sort()

    describe("a manager", () => {
      it("lists his clients, by themselves or through their holding, and a lead lists all", async () => {
        expect(await clientsOf(manager)).toEqual(ids("child"))
        expect(await clientsOf(assistant)).toEqual(ids("head", "child", "sibling", "stranger"))
        expect(await clientsOf(head)).toEqual(ids("head", "child", "sibling", "stranger"))
        expect(await clientsOf(admin)).toEqual(ids("head", "child", "sibling", "stranger"))
        expect(await clientsOf(head, "?mine=true")).toEqual([])
        expect(await clientsOf(manager, `?holding_id=${world.entities.child.holding_id}`)).toEqual(ids("child"))
      })

      it("finds no other's client, whatever he asks for", async () => {
        const { email } = await createNamedPerson("Гёте Иоганн", "+7 (916) 555-44-33")
        expect(await clientsOf(admin, `?q=${encodeURIComponent(email)}`)).toEqual(ids("sibling"))
        expect(await clientsOf(manager, `?q=${encodeURIComponent(email)}`)).toEqual([])
      })

      it("gets 404 for whatever belongs to another's client, and his own as ever", async () => {
        const { entities, people } = world
        const foreign: [string, object?][] = [
          [`GET /admin/legal-entities/${entities.sibling.id}`],
          [`POST /admin/legal-entities/${entities.sibling.id}/employees`, newPerson("x@dealer.test")],
          [`POST /admin/employees/${people.sibling.id}/state`, { state: "blocked" }],
          [`POST /admin/legal-entities/${entities.sibling.id}/state`, { state: "blocked", reason: "Debts" }],
          [`GET /admin/legal-entities/${entities.sibling.id}/orders`],
          [`GET /admin/Legal-Entities/${entities.sibling.id}`],
          [`GET /admin/legal-entities/${entities.sibling.id}/`],
        ]
        for (const [route, body] of foreign) {
          expect({ route, status: (await ask(route, manager, body)).status }).toEqual({ route, status: 404 })
        }
        expect((await ask(`GET /admin/legal-entities/${entities.child.id}`, manager)).status).toBe(200)
        expect((await ask(`POST /admin/employees/${people.child.id}/state`, manager, { state: "blocked" })).status).toBe(200)
        expect((await ask("GET /store/me", { ...people.sibling, user_id: "" })).status).toBe(200)
      })

      it("ties a person to no other's client, and unties him from none", async () => {
        const { entities, people } = world
        const route = `POST /admin/employees/${people.child.id}`
        const both = [entities.child.id, entities.sibling.id]
        expect((await ask(route, manager, { legal_entity_ids: both })).status).toBe(404)
        expect((await ask(route, head, { legal_entity_ids: both })).status).toBe(200)
        const refused = await ask(route, manager, { legal_entity_ids: [entities.child.id] })
        expect({ status: refused.status, code: refused.data.code }).toEqual({ status: 400, code: "person_out_of_reach" })
        const { data } = await ask("GET /store/me", { ...people.child, user_id: "" })
        expect(data.legal_entities.filter(({ is_member }: { is_member: boolean }) => is_member)).toHaveLength(2)
      })

      it("neither changes nor signs in as a person who also works for another's client, but sees him", async () => {
        const { entities, people } = world
        const route = `/admin/employees/${people.child.id}`
        await ask(`POST ${route}`, head, { legal_entity_ids: [entities.child.id, entities.stranger.id] })
        const requests: [string, object][] = [
          [`POST ${route}`, { role: "ordinary" }],
          [`POST ${route}/sessions`, { reason: "Phone" }],
          [`POST ${route}/state`, { state: "blocked" }],
          [`POST ${route}/invitation`, {}],
          [`POST ${route}/hand-over`, { to_employee_id: people.child.id }],
          [`DELETE ${route}/sessions/acting_nowhere`, {}],
        ]
        for (const [request, body] of requests) {
          expect({ request, ...(await codeOf(request, manager, body)) }).toEqual({ request, status: 400, code: "person_out_of_reach" })
        }
        expect((await ask(`GET ${route}/sessions`, manager)).status).toBe(200)
        expect((await ask(`POST ${route}/sessions`, head, { reason: "Phone" })).status).toBe(200)
      })

      it("invites people but chooses nobody's password, which a head of sales may", async () => {
        const route = `POST /admin/legal-entities/${world.entities.child.id}/employees`
        const { password, ...invited } = newPerson("invited@dealer.test")
        expect(await codeOf(route, manager, { ...invited, password })).toEqual({ status: 403, code: "role_insufficient" })
        expect((await ask(route, manager, invited)).status).toBe(200)
        expect((await ask(route, head, newPerson("by-head@dealer.test"))).status).toBe(200)
      })

      it("reads orders of his clients through Medusa's own routes and on the card, and no other's", async () => {
        const own = await createDealerOrder(getContainer(), orderOf("child"))
        const foreign = await createDealerOrder(getContainer(), orderOf("sibling"))
        const { data } = await ask("GET /admin/orders?fields=id", manager)
        expect(data).toMatchObject({ count: 1, orders: [{ id: own.id }] })
        const card = await ask(`GET /admin/legal-entities/${world.entities.child.id}/orders`, manager)
        expect(card.data).toMatchObject({ count: 1, orders: [{ id: own.id, stage: "waiting_for_erp" }], may_begin: false })
        expect((await ask(`GET /admin/legal-entities/${world.entities.child.id}/orders`, head)).data).toMatchObject({ may_begin: true })
        expect((await ask(`GET /admin/orders/${own.id}?fields=id`, manager)).status).toBe(200)
        expect((await ask(`GET /admin/orders/${own.id}/exchange`, manager)).status).toBe(200)
        for (const route of [`GET /admin/orders/${foreign.id}?fields=id`, `GET /admin/orders/${foreign.id}/exchange`]) {
          expect({ route, status: (await ask(route, manager)).status }).toEqual({ route, status: 404 })
        }
        expect((await ask("GET /admin/orders?fields=id", head)).data.count).toBe(2)
      })

      it("reaches no route of Medusa by which he could see or become more", async () => {
        const routes = [
          "GET /admin/customers",
          "GET /admin/users",
          "GET /admin/sales-channels?fields=*orders",
          "GET /admin/products?fields=variants.order_items.*",
          "GET /admin/orders?fields=items.variant.cart_items.cart.email",
          "GET /admin/exchange-runs",
          "GET /admin/exchange-accounts",
          "GET /admin/staff",
          "POST /admin/api-keys",
          "POST /admin/invites",
          `POST /admin/staff/${manager.user_id}`,
        ]
        for (const route of routes) {
          expect({ route, ...(await codeOf(route, manager)) }).toEqual({ route, status: 403, code: "role_insufficient" })
        }
        for (const route of ["GET /admin/users/me", "GET /admin/products", "GET /admin/price-types", "GET /admin/stores"]) {
          expect({ route, ...(await codeOf(route, manager)) }).toEqual({ route, status: 200, code: undefined })
        }
      })
    })

    describe("a head of sales", () => {
      it("sees all clients but makes nobody an administrator", async () => {
        expect((await ask(`GET /admin/legal-entities/${world.entities.sibling.id}`, head)).status).toBe(200)
        expect((await ask("GET /admin/exchange-runs", head)).status).toBe(200)
        for (const route of ["POST /admin/api-keys", "POST /admin/invites", "POST /admin/Invites", `POST /admin/staff/${head.user_id}`]) {
          expect({ route, ...(await codeOf(route, head)) }).toEqual({ route, status: 403, code: "role_insufficient" })
        }
      })
    })

    describe("the roles of the staff", () => {
      it("are listed and set by an administrator, work on the next request, and are in the log", async () => {
        const { data } = await ask("GET /admin/staff", admin)
        expect(data.count).toBe(4)
        expect(data.staff).toContainEqual(expect.objectContaining({ user_id: manager.user_id, role: "manager", assignments: 1 }))
        expect(data.staff).toContainEqual(
          expect.objectContaining({ user_id: admin.user_id, role: "admin", is_role_given: true, assignments: 0 })
        )
        expect((await ask(`POST /admin/staff/${manager.user_id}`, admin, { role: "head_of_sales" })).status).toBe(200)
        expect(await clientsOf(manager)).toHaveLength(4)
        expect((await ask(`POST /admin/staff/${manager.user_id}`, admin, { role: "manager" })).status).toBe(200)
        expect(await clientsOf(manager)).toEqual(ids("child"))
        const log = await ask(`GET /admin/audit-entries?subject_id=${manager.user_id}`, admin)
        expect(log.data.audit_entries[0]).toMatchObject({
          action: "staff_member.role_set",
          before: { role: "head_of_sales" },
          after: { role: "manager" },
        })
        expect((await ask("POST /admin/staff/user_nowhere", admin, { role: "manager" })).status).toBe(404)
        expect((await ask(`POST /admin/staff/${manager.user_id}`, admin, { role: "owner" })).status).toBe(400)
      })

      it("are not needed by the first user, who administers and goes on to when others do; a later one without a role has no client", async () => {
        await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`delete from staff_member where role = 'admin'`)
        const later = await createUserSession(getContainer())
        expect(await clientsOf(admin)).toHaveLength(4)
        expect(await clientsOf(later)).toEqual([])
        expect(await codeOf(`POST /admin/staff/${later.user_id}`, later, { role: "admin" })).toEqual({
          status: 403,
          code: "role_insufficient",
        })
        const { data } = await ask("GET /admin/staff", admin)
        expect(data.staff).toContainEqual(expect.objectContaining({ user_id: admin.user_id, role: "admin", is_role_given: false }))
        expect(data.staff).toContainEqual(expect.objectContaining({ user_id: later.user_id, role: "manager", is_role_given: false }))
        expect(await codeOf(`POST /admin/staff/${admin.user_id}`, admin, { role: "manager" })).toEqual({ status: 400, code: "last_admin" })
        expect((await ask(`POST /admin/staff/${later.user_id}`, admin, { role: "admin" })).status).toBe(200)
        expect((await ask("GET /admin/staff", admin)).status).toBe(200)
        expect((await ask(`POST /admin/staff/${admin.user_id}`, later, { role: "manager" })).status).toBe(200)
        expect(await clientsOf(admin)).toEqual([])
      })

      it("never leave an installation without an administrator, not even when two degrade each other at once", async () => {
        const second = await createStaffSession(getContainer())
        const answers = await Promise.all([
          codeOf(`POST /admin/staff/${second.user_id}`, admin, { role: "manager" }),
          codeOf(`POST /admin/staff/${admin.user_id}`, second, { role: "manager" }),
        ])
        const done = answers.filter(({ status }) => status === 200)
        expect(done).toHaveLength(1)
        const left = done[0] === answers[0] ? admin : second
        expect(await codeOf(`POST /admin/staff/${left.user_id}`, left, { role: "head_of_sales" })).toEqual({
          status: 400,
          code: "last_admin",
        })
      })
    })

    it("a user who was removed loses access at once", async () => {
      await getContainer().resolve(Modules.USER).softDeleteUsers([head.user_id])
      expect(await codeOf("GET /admin/legal-entities", head)).toEqual({ status: 401, code: "user_gone" })
    })

    describe("blocking a legal entity", () => {
      it("stops its contracts at once, is undone by activating, and is in the log with its reason", async () => {
        const { entities, people } = world
        const setState = (state: string, reason: string) =>
          ask(`POST /admin/legal-entities/${entities.child.id}/state`, manager, { state, reason })
        const activeContract = async () => (await ask("GET /store/me", { ...people.child, user_id: "" })).data.active_contract
        expect(await activeContract()).not.toBeNull()
        expect((await setState("blocked", "Долг")).data.legal_entity).toMatchObject({ state: "blocked", state_reason: "Долг" })
        expect(await activeContract()).toBeNull()
        expect((await setState("blocked", "Ещё раз")).data.legal_entity).toMatchObject({ state_reason: "Долг" })
        expect((await setState("active", "Оплачен")).status).toBe(200)
        expect(await activeContract()).not.toBeNull()
        const { data } = await ask(`GET /admin/audit-entries?subject_id=${entities.child.id}`, admin)
        expect(data.audit_entries).toMatchObject([
          { action: "legal_entity.activated", before: { state: "blocked" }, after: { state: "active", state_reason: "Оплачен" } },
          { action: "legal_entity.blocked", before: { state: "active" }, after: { state: "blocked", state_reason: "Долг" } },
        ])
        expect((await setState("blocked", "")).status).toBe(400)
        expect((await setState("closed", "Closed")).status).toBe(400)
      })
    })

    describe("the search of clients", () => {
      it.each(["гете", "ГЁТЕ", "johann@", "9165554433", "+7 916 555-44-33", "89165554433", "555-44"])(
        "finds an entity by its person: %s",
        async (q) => {
          await createNamedPerson("Гёте Иоганн", "+7 (916) 555-44-33")
          expect(await clientsOf(admin, `?q=${encodeURIComponent(q)}`)).toEqual(ids("sibling"))
        }
      )

      it.each(["100%", "_", "\\"])("takes %s for itself, not for a pattern", async (q) => {
        expect(await clientsOf(admin, `?q=${encodeURIComponent(q)}`)).toEqual([])
      })
    })

    const newPerson = (email: string) => ({ name: "A", email, role: "ordinary", password: "correct horse" })

    async function createNamedPerson(name: string, phone: string) {
      const body = { ...newPerson("johann@dealer.test"), name, phone }
      const { data } = await ask(`POST /admin/legal-entities/${world.entities.sibling.id}/employees`, admin, body)
      return data.employee
    }

    async function codeOf(route: string, who: Session, body: object = {}) {
      const { status, data } = await ask(route, who, body)
      return { status, code: data.code }
    }

    function orderOf(name: "child" | "sibling") {
      return { customer_id: world.people[name].customer_id, legal_entity_id: world.entities[name].id }
    }
  },
})
