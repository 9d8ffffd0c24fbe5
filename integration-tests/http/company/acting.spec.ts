import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { createContract } from "../../helpers/create-contract"
import { createHolding } from "../../helpers/create-holding"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade } from "../../helpers/create-trade"

jest.setTimeout(240_000)

type Session = { headers: Record<string, string> }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let employeeId: string

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
      employeeId = (await ask("GET /store/me", trade.session)).data.employee.id
    })

    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    const ask = (route: string, { headers }: Session, data: unknown = {}) => {
      const [method = "", url = ""] = route.split(" ")
      return answerOf(api.request({ method, url, headers, ...(method === "GET" ? {} : { data }) }))
    }
    const codeOf = async (route: string, session: Session, data?: unknown) => {
      const answer = await ask(route, session, data)
      return { status: answer.status, code: answer.data.code }
    }
    /** Headers of a user signed in as the employee. */
    const actAs = async (body: object = {}, who: Session = staff) => {
      const { status, data } = await ask(`POST /admin/employees/${employeeId}/sessions`, who, { reason: "Заказ по телефону", ...body })
      expect(status).toBe(200)
      return { id: data.session.id, session: data.session, headers: { ...trade.session.headers, authorization: `Bearer ${data.token}` } }
    }

    it("lets a user build and place the client's order, which keeps who really did", async () => {
      const acting = await actAs()
      expect((await ask("GET /store/me", acting)).data.employee.id).toBe(employeeId)
      const cart = (await ask("POST /store/carts", acting, { region_id: trade.store.region_id })).data.cart
      await ask(`POST /store/carts/${cart.id}/lines`, acting, { lines: [{ article: articleOf(1), quantity: 2 }] })
      const placed = await ask(`POST /store/carts/${cart.id}/complete`, acting)
      expect(placed.status).toBe(200)
      const [order] = await db()("order").where({ id: placed.data.order.id })
      expect(order.metadata.kontor).toMatchObject({ employee_id: employeeId, placed_by_user_id: staff.user_id })
      const { data } = await ask("GET /admin/audit-entries?action=order.placed", staff)
      expect(data.audit_entries).toMatchObject([
        {
          actor: { kind: "user", id: staff.user_id, name: "Staff" },
          acting_for: { employee_id: employeeId },
          subject: { type: "order", id: placed.data.order.id },
          after: { cart_id: cart.id, total: expect.any(String) },
        },
      ])
      expect((await ask(`GET /store/company-orders/${placed.data.order.id}`, trade.session)).status).toBe(200)
    })

    it("keeps the client's own order as his", async () => {
      const cart = (await ask("POST /store/carts", trade.session, { region_id: trade.store.region_id })).data.cart
      await ask(`POST /store/carts/${cart.id}/lines`, trade.session, { lines: [{ article: articleOf(1), quantity: 2 }] })
      const placed = await ask(`POST /store/carts/${cart.id}/complete`, trade.session)
      const [order] = await db()("order").where({ id: placed.data.order.id })
      expect(order.metadata.kontor).toMatchObject({ employee_id: employeeId, placed_by_user_id: null })
      const { data } = await ask("GET /admin/audit-entries?action=order.placed", staff)
      expect(data.audit_entries).toMatchObject([{ actor: { kind: "employee", id: employeeId }, acting_for: null }])
    })

    it("shows the client who was signed in as him and why, and the log tells it too", async () => {
      const { id } = await actAs({ ttl_minutes: 5 })
      const { data } = await ask("GET /store/me/sign-ins", trade.session)
      expect(data).toMatchObject({
        count: 1,
        sign_ins: [{ id, user_name: "Staff", reason: "Заказ по телефону", is_live: true, ended_at: null, ended_by: null }],
      })
      const [session] = data.sign_ins
      expect(Date.parse(session.expires_at) - Date.parse(session.started_at)).toBe(5 * 60_000)
      const log = await ask(`GET /admin/audit-entries?subject_id=${employeeId}`, staff)
      expect(log.data.audit_entries[0]).toMatchObject({
        action: "acting_session.started",
        after: { acting_session_id: id, reason: "Заказ по телефону" },
      })
      expect(JSON.stringify(log.data)).not.toContain("eyJ")
    })

    it.each([
      ["the client", "client"],
      ["the user himself from the store", "staff"],
      ["the supplier's staff from the card", "staff"],
    ])("ends on the next request when %s ends it", async (who, ended_by) => {
      const acting = await actAs()
      expect((await ask("GET /store/me", acting)).status).toBe(200)
      const end = `POST /store/me/sign-ins/${acting.id}/end`
      const ended =
        who === "the client"
          ? await ask(end, trade.session)
          : who === "the user himself from the store"
            ? await ask(end, acting)
            : await ask(`DELETE /admin/employees/${employeeId}/sessions/${acting.id}`, staff)
      expect(ended.status).toBe(200)
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
      expect((await ask("GET /store/me/sign-ins", trade.session)).data.sign_ins).toMatchObject([{ is_live: false, ended_by }])
      expect((await ask("GET /store/me", trade.session)).status).toBe(200)
      // Ending it once more changes nothing and adds nothing to the log.
      expect((await ask(end, trade.session)).status).toBe(200)
      expect((await ask("GET /admin/audit-entries?action=acting_session.ended", staff)).data.audit_entries).toHaveLength(1)
    })

    it("ends when its time is over, whatever the token says", async () => {
      const acting = await actAs()
      await company().updateActingSessions({ id: acting.id, expires_at: new Date(Date.now() + 60_000) })
      expect((await ask("GET /store/me", acting)).status).toBe(200)
      await company().updateActingSessions({ id: acting.id, expires_at: new Date() })
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
    })

    it("ends when the employee is blocked, or when the user is gone", async () => {
      const acting = await actAs()
      await db()("user").where({ id: staff.user_id }).update({ deleted_at: new Date() })
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
      await db()("user").where({ id: staff.user_id }).update({ deleted_at: null })
      await ask(`POST /admin/employees/${employeeId}/state`, staff, { state: "blocked" })
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 403, code: "employee_blocked" })
      expect(await codeOf(`POST /admin/employees/${employeeId}/sessions`, staff, { reason: "Again" })).toEqual({
        status: 400,
        code: "employee_blocked",
      })
    })

    it("is no way to the client's password, data, consents and people", async () => {
      const acting = await actAs()
      const routes = [
        "POST /store/customers/me",
        "POST /store/customers/me/addresses",
        "POST /store/consents",
        "POST /store/company/employees",
        "POST /store/Company/employees",
        "POST /auth/session",
        "POST /auth/token/refresh",
        "POST /auth/mfa/factors",
        "POST /auth/customer/emailpass/update",
      ]
      for (const route of routes) {
        expect({ route, ...(await codeOf(route, acting)) }).toEqual({ route, status: 403, code: "refused_when_acting" })
      }
    })

    it("is for a reason and for eight hours at most, and for a user, not for a program", async () => {
      const start = (body: object) => codeOf(`POST /admin/employees/${employeeId}/sessions`, staff, body)
      expect((await start({})).status).toBe(400)
      expect((await start({ reason: "ab" })).status).toBe(400)
      expect((await start({ reason: "Phone", ttl_minutes: 481 })).status).toBe(400)
      expect((await start({ reason: "Phone", ttl_minutes: 0 })).status).toBe(400)
      expect((await start({ reason: "Phone", ttl_minutes: 480 })).status).toBe(200)
      expect(await codeOf("POST /admin/employees/empl_nowhere/sessions", staff, { reason: "Phone" })).toMatchObject({ status: 404 })
      const [stranger] = await company().createEmployees([{ name: "A", email: "a@dealer.test" }])
      expect(await codeOf(`POST /admin/employees/${stranger?.id}/sessions`, staff, { reason: "Phone" })).toEqual({
        status: 400,
        code: "employee_without_sign_in",
      })
    })

    it("is for the clients of a manager only", async () => {
      const [membership] = await company().listEmployeeMemberships({ employee_id: employeeId })
      const own = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [membership?.legal_entity_id ?? ""] })
      const foreign = await createManagerSession(getContainer(), { role: "manager" })
      const acting = await actAs({}, own)
      for (const route of [
        `POST /admin/employees/${employeeId}/sessions`,
        `GET /admin/employees/${employeeId}/sessions`,
        `DELETE /admin/employees/${employeeId}/sessions/${acting.id}`,
      ]) {
        expect({ route, status: (await codeOf(route, foreign, { reason: "Phone" })).status }).toEqual({ route, status: 404 })
      }
      expect((await ask(`GET /admin/employees/${employeeId}/sessions`, own)).data.sign_ins).toMatchObject([{ id: acting.id }])
    })

    it("ends on the next request when the client is taken from the manager, or his role rises and falls", async () => {
      const [membership] = await company().listEmployeeMemberships({ employee_id: employeeId })
      const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [membership?.legal_entity_id ?? ""] })
      const acting = await actAs({}, manager)
      expect((await ask("GET /store/me", acting)).status).toBe(200)
      const [assignment] = await company().listManagerAssignments({ user_id: manager.user_id })
      await company().deleteManagerAssignments([assignment?.id ?? ""])
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
      await ask(`POST /admin/staff/${manager.user_id}`, staff, { role: "head_of_sales" })
      expect((await ask("GET /store/me", acting)).status).toBe(200)
      await ask(`POST /admin/staff/${manager.user_id}`, staff, { role: "assistant" })
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
    })

    it("shows a manager his own clients only, whatever the person sees", async () => {
      const { head, children } = await createHolding(getContainer(), { children: 2 })
      const [child] = children
      const contract = await createContract(getContainer(), { legal_entity_id: child?.id ?? "" })
      const person = await createSignedInEmployee(getContainer(), trade.storefront, { legal_entity_id: head.id, role: "superuser" })
      employeeId = person.id
      const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [head.id] })
      const entitiesOf = async (who: Session) => (await ask("GET /store/me", who)).data.legal_entities.map(({ id }: { id: string }) => id)
      const acting = await actAs({}, manager)
      expect(await entitiesOf(acting)).toEqual([head.id])
      expect((await ask("POST /store/me/contract", acting, { contract_id: contract.id })).status).toBe(404)
      expect((await entitiesOf(person)).sort()).toEqual([head, ...children].map(({ id }) => id).sort())
      expect(await entitiesOf(await actAs())).toHaveLength(3)
      // He is given a second company while the session lives.
      await company().createEmployeeMemberships({ employee_id: person.id, legal_entity_id: (await createLegalEntity(getContainer())).id })
      expect(await entitiesOf(acting)).toEqual([head.id])
      expect(await entitiesOf(person)).toHaveLength(4)
    })

    it("opens nothing with a token whose session is another employee's", async () => {
      const acting = await actAs()
      await company().updateActingSessions({ id: acting.id, employee_id: "empl_other" })
      expect(await codeOf("GET /store/me", acting)).toEqual({ status: 401, code: "acting_session_ended" })
      expect((await codeOf(`POST /store/me/sign-ins/${acting.id}/end`, trade.session)).status).toBe(404)
    })
  },
})
