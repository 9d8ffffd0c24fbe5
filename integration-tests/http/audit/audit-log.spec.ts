import { type AuditInput, SYSTEM_ACTOR } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AUDIT_MODULE } from "../../../src/modules/audit"
import type AuditModuleService from "../../../src/modules/audit/service"
import { recordAuditStep } from "../../../src/workflows/audit/steps/record-audit"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, mailTo, tokenIn } from "../../helpers/mails"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)
const mails = keepMails()

const failStep = createStep("fail-after-audit", async () => {
  throw new Error("The step after the log failed")
})

const failingWorkflow = createWorkflow("audited-and-failing", (input: WorkflowData<AuditInput>) => {
  recordAuditStep(input)
  failStep()
  return new WorkflowResponse(undefined)
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: Awaited<ReturnType<typeof createStaffSession>>

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer(), "olga@kontor.example")
    })

    const list = async (query = "", who: { headers: Record<string, string> } = staff) =>
      answerOf(api.get(`/admin/audit-entries${query}`, { headers: who.headers }))
    const entries = async (query = "", who: { headers: Record<string, string> } = staff) => (await list(query, who)).data.audit_entries
    const log = () => getContainer().resolve<AuditModuleService>(AUDIT_MODULE)

    it("tells who changed what, from where, before and after, without a password", async () => {
      const agent = { headers: { ...staff.headers, "user-agent": "the admin" } }
      const body = { name: "Анна Ремарк", email: "anna@dealer.test", phone: "+79161234567", role: "ordinary", password: "correct horse" }
      const { data } = await api.post(`/admin/legal-entities/${world.entities.child.id}/employees`, body, agent)
      const id = data.employee.id
      await api.post(`/admin/employees/${id}/state`, { state: "blocked" }, agent)
      const [blocked, created] = await entries(`?subject_id=${id}`)
      expect(blocked).toMatchObject({
        id: expect.stringMatching(/^audt_/),
        actor: { kind: "user", id: staff.user_id, name: "Staff", ip: expect.stringContaining("127.0.0.1"), user_agent: "the admin" },
        acting_for: null,
        action: "employee.blocked",
        subject: { type: "employee", id, name: "Анна Ремарк" },
        legal_entity: { id: world.entities.child.id },
        before: { state: "active" },
        after: { state: "blocked" },
      })
      expect(created).toMatchObject({ action: "employee.created", before: null, after: { email: "anna@dealer.test", role: "ordinary" } })
      expect(JSON.stringify([blocked, created])).not.toContain("correct horse")
    })

    it("keeps what dealers do under their own names", async () => {
      const { child } = world.people
      await api.post("/store/me/contract", { contract_id: world.contracts.child.id }, { headers: child.headers })
      expect(await entries(`?actor_id=${child.id}`)).toMatchObject([
        {
          actor: { kind: "employee", id: child.id, name: "Ivan Petrov" },
          action: "employee.contract_switched",
          before: { active_contract_id: null },
          after: { active_contract_id: world.contracts.child.id },
        },
      ])
    })

    it("shows a manager whatever happens to the people of his clients", async () => {
      const { entities, people } = world
      const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [entities.child.id] })
      const { id } = people.child
      const post = (path: string, body: object = {}) => api.post(`/admin/employees/${id}${path}`, body, { headers: staff.headers })
      await post("", { name: "Анна Ремарк" })
      await post("/hand-over", { to_employee_id: people.head.id })
      const { session } = (await post("/sessions", { reason: "Заказ по телефону" })).data
      await api.delete(`/admin/employees/${id}/sessions/${session.id}`, { headers: staff.headers })
      await post("/invitation")
      const token = tokenIn(await mailTo(mails, people.child.email, "#token="))
      await api.post("/auth/invitations/accept", { token, password: "correct horse" })
      const actions = (await entries(`?subject_id=${id}`, manager)).map(({ action }: { action: string }) => action)
      expect(actions.reverse()).toEqual([
        "employee.changed",
        "employee.work_handed_over",
        "acting_session.started",
        "acting_session.ended",
        "employee.invited",
        "employee.password_set",
      ])
    })

    it("keeps the making and switching off of an exchange account, without its secret", async () => {
      const account = { login: "ut", source: "ut", secret: "a secret of nobody else" }
      const made = await api.post("/admin/exchange-accounts", account, { headers: staff.headers })
      const { id } = made.data.exchange_account
      await api.delete(`/admin/exchange-accounts/${id}`, { headers: staff.headers })
      const found = await entries(`?subject_id=${id}`)
      expect(found).toMatchObject([
        { action: "exchange_account.switched_off" },
        { action: "exchange_account.created", after: { login: "ut" } },
      ])
      expect(JSON.stringify(found)).not.toContain("a secret of nobody else")
    })

    it("tells of an exchange account that is switched off twice once", async () => {
      const made = await api.post("/admin/exchange-accounts", { login: "ut", source: "ut" }, { headers: staff.headers })
      const { id } = made.data.exchange_account
      for (const _time of [1, 2]) {
        const { data } = await api.delete(`/admin/exchange-accounts/${id}`, { headers: staff.headers })
        expect(data.exchange_account).toMatchObject({ id, is_active: false })
      }
      expect(await entries(`?subject_id=${id}&action=exchange_account.switched_off`)).toHaveLength(1)
    })

    it("leaves no exchange account made or switched off that it could not tell of", async () => {
      const { headers } = staff
      const refuseOnce = () => jest.spyOn(log(), "append").mockRejectedValueOnce(new Error("The log is full"))
      const make = () => answerOf(api.post("/admin/exchange-accounts", { login: "ut", source: "ut" }, { headers }))
      const accounts = async () => (await api.get("/admin/exchange-accounts", { headers })).data.exchange_accounts
      const refused = refuseOnce()
      expect((await make()).status).toBe(500)
      expect(await accounts()).toEqual([])
      const { status, data } = await make()
      expect(status).toBe(200)
      refuseOnce()
      const { id } = data.exchange_account
      expect((await answerOf(api.delete(`/admin/exchange-accounts/${id}`, { headers }))).status).toBe(500)
      expect(await accounts()).toMatchObject([{ id, is_active: true }])
      expect(refused).toHaveBeenCalledTimes(3)
      refused.mockRestore()
    })

    it("says of what was undone that it was, and keeps the first entry", async () => {
      const input: AuditInput = {
        actor: SYSTEM_ACTOR,
        action: "thing.changed",
        subject_type: "thing",
        subject_id: "thing_1",
        before: { state: "old" },
        after: { state: "new" },
      }
      await expect(failingWorkflow(getContainer()).run({ input })).rejects.toMatchObject({ message: "The step after the log failed" })
      expect(await entries("?subject_id=thing_1")).toMatchObject([
        { action: "thing.changed.undone", before: { state: "new" }, after: { state: "old" } },
        { action: "thing.changed", before: { state: "old" }, after: { state: "new" } },
      ])
    })

    it("is refused any change by the database", async () => {
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      for (const statement of ["update audit_entry set action = 'x'", "delete from audit_entry", "truncate audit_entry"]) {
        await expect(db.raw(statement)).rejects.toThrow("The audit log is append-only")
      }
    })

    describe("its filters", () => {
      const entry = (action: string, subject_id: string, extra: Partial<AuditInput> = {}): AuditInput => ({
        actor: { ...SYSTEM_ACTOR, kind: "user", id: "user_x", name: "Пётр 100%" },
        action,
        subject_type: "thing",
        subject_id,
        ...extra,
      })

      it("narrow the list, each and together", async () => {
        const legal_entity_id = world.entities.stranger.id
        await log().append([
          entry("thing.made", "thing_1", { legal_entity_id }),
          entry("thing.broken", "thing_1"),
          entry("other.made", "thing_2"),
        ])
        const actions = async (query: string) => (await entries(query)).map(({ action }: { action: string }) => action).sort()
        expect(await actions("?actor_id=user_x")).toEqual(["other.made", "thing.broken", "thing.made"])
        expect(await actions("?action=thing.made")).toEqual(["thing.made"])
        expect(await actions("?action=thing.")).toEqual(["thing.broken", "thing.made"])
        expect(await actions("?action=thing")).toEqual([])
        expect(await actions("?subject_type=thing&subject_id=thing_2")).toEqual(["other.made"])
        expect(await actions(`?legal_entity_id=${legal_entity_id}`)).toEqual(["thing.made"])
        expect(await actions(`?q=${encodeURIComponent("пётр 100%")}`)).toEqual(["other.made", "thing.broken", "thing.made"])
        expect(await actions(`?q=${encodeURIComponent("100_")}`)).toEqual([])
        expect(await actions(`?actor_id=user_x&from=${new Date(Date.now() + 60_000).toISOString()}`)).toEqual([])
        expect(await actions(`?actor_id=user_x&to=${new Date(Date.now() - 60_000).toISOString()}`)).toEqual([])
        expect(await actions(`?actor_id=user_x&action=thing.&from=${new Date(Date.now() - 60_000).toISOString()}`)).toHaveLength(2)
      })

      it("give pages that neither repeat nor skip an entry while others are added", async () => {
        await log().append(Array.from({ length: 5 }, (_, index) => entry("thing.made", `thing_${index}`)))
        const first = (await list("?subject_type=thing&limit=2")).data
        await log().append([entry("thing.made", "thing_late")])
        const second = (await list(`?subject_type=thing&limit=2&cursor=${first.next_cursor}`)).data
        const third = (await list(`?subject_type=thing&limit=2&cursor=${second.next_cursor}`)).data
        const ids = [first, second, third].flatMap(({ audit_entries }) =>
          audit_entries.map(({ subject }: { subject: { id: string } }) => subject.id)
        )
        expect(new Set(ids)).toEqual(new Set(["thing_0", "thing_1", "thing_2", "thing_3", "thing_4"]))
        expect(ids).toHaveLength(5)
        expect(third.next_cursor).toBeNull()
      })

      it("refuse what they do not know", async () => {
        expect(await list("?cursor=nonsense")).toMatchObject({ status: 400, data: { code: "cursor_invalid" } })
        for (const query of ["?limit=101", "?from=yesterday", "?unknown=1", "?q=a"]) {
          expect({ query, status: (await list(query)).status }).toEqual({ query, status: 400 })
        }
      })
    })

    it("shows a manager his clients and his own doings only, with addresses and phones masked", async () => {
      const { child, sibling } = world.entities
      const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [child.id] })
      const person = (email: string) => ({ name: "A", email, phone: "+79161234567", role: "ordinary", password: "correct horse" })
      await api.post(`/admin/legal-entities/${child.id}/employees`, person("anna@dealer.test"), { headers: staff.headers })
      await api.post(`/admin/legal-entities/${sibling.id}/employees`, person("boris@dealer.test"), { headers: staff.headers })
      await log().append([
        {
          ...({
            actor: { ...SYSTEM_ACTOR, kind: "user", id: manager.user_id },
            action: "thing.made",
            subject_type: "thing",
            subject_id: "1",
          } as const),
        },
      ])
      const seen = await entries("", manager)
      expect(seen.map(({ action }: { action: string }) => action)).toEqual(["thing.made", "employee.created", "employee.blocked"])
      expect(seen[1]).toMatchObject({
        actor: { name: "Staff", ip: null, user_agent: null },
        after: { email: "a•••@dealer.test", phone: "+•••••••••67" },
      })
      const head = await createManagerSession(getContainer(), { role: "head_of_sales" })
      expect((await entries("?action=employee.created", head)).map(({ after }: { after: { email: string } }) => after.email)).toEqual([
        "boris@dealer.test",
        "anna@dealer.test",
      ])
    })

    it("is closed to dealers and strangers", async () => {
      expect((await list("", world.people.head)).status).toBe(401)
      expect((await list("", { headers: {} })).status).toBe(401)
    })
  },
})
