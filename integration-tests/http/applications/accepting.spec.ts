import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { completeDueApplicationsWorkflow } from "../../../src/workflows/applications/complete-due-applications"
import { answerOf } from "../../helpers/answer-of"
import { requisitesOf } from "../../helpers/application-form"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, mailsTo, mailTo, tokenIn, untilMailsTo } from "../../helpers/mails"
import { nextNumber } from "../../helpers/sequence"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)
const mails = keepMails()

interface Session {
  headers: Record<string, string>
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let lead: Session & { user_id: string }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      lead = await createStaffSession(getContainer())
    })

    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: unknown, session: Partial<Session> = {}) =>
      answerOf(api.post(path, body, { headers: session.headers ?? {} }))
    const card = async (id: string) => (await api.get(`/admin/applications/${id}`, lead)).data.application
    const accept = (id: string, body: object = {}, session: Session = lead) => post(`/admin/applications/${id}/accept`, body, session)
    const account = { bic: "044525225", account: "40702810938000000001", is_default: true }
    const newAddress = () => `newcomer-${nextNumber()}@new.test`

    /** A stranger applies; gives the id of his application. */
    async function apply(change: { inn?: string; email?: string } = {}) {
      const { inn = "7707083893", email = newAddress() } = change
      const requisites = { ...requisitesOf(inn), bank_accounts: [account] }
      await post("/auth/applications", { applicant: { name: "Анна Ремарк", email }, requisites, consent: { document_version: "1" } })
      const { id } = await db()("application").where({ applicant_email: email }).orderBy("created_at", "desc").first()
      return { id: id as string, email }
    }

    /** The same by an employee of the child. */
    async function applyAsEmployee(inn = "7707083893"): Promise<string> {
      const { data } = await post("/store/applications", { kind: "legal_entity", requisites: requisitesOf(inn) }, world.people.child)
      return data.application.id
    }

    /** Waits until an application has come to a state: what happens after an event comes after the answer. */
    async function untilState(id: string, state: string) {
      for (let tries = 0; tries < 50; tries++) {
        const application = await card(id)
        if (application.state === state) {
          return application
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error(`Application ${id} did not become ${state}`)
    }

    /** Everything that acceptance writes, to see whether it is gone. */
    async function written() {
      const tables = ["legal_entity", "bank_account", "employee", "employee_membership", "customer", "manager_assignment", "erp_outbox"]
      const rows = await Promise.all(tables.map((table) => db()(table).whereNull("deleted_at").select("id").orderBy("id")))
      return Object.fromEntries(tables.map((table, index) => [table, rows[index]]))
    }

    describe("acceptance of a new dealer", () => {
      it("makes the entity, its account, its superuser and its manager, and puts it on the way to 1C; activation completes and invites", async () => {
        const manager = await createManagerSession(getContainer(), { role: "manager" })
        const { id, email } = await apply()
        await post(`/admin/applications/${id}/assign`, { user_id: manager.user_id }, lead)
        const { status, data } = await accept(id, {}, manager)
        expect(status).toBe(200)
        const { legal_entity, erp } = data.application
        expect(data.application).toMatchObject({
          state: "accepted",
          decision: { by: "Staff", reason: null },
          legal_entity: { name: requisitesOf().name, state: "applied" },
          erp: { state: "pending", attempts: 0, confirmed_at: null },
          similar: [],
        })
        expect(erp.last_error).toBeNull()
        const entity = (await api.get(`/admin/legal-entities/${legal_entity.id}`, manager)).data.legal_entity
        expect(entity).toMatchObject({
          ...{ ...requisitesOf(), state: "applied", source: "portal", holding: null },
          bank_accounts: [{ bic: account.bic, account: account.account, source: "portal" }],
          managers: [{ user_id: manager.user_id, role: "manager", source: "portal" }],
          employees: [{ name: "Анна Ремарк", email, role: "superuser" }],
        })
        await mailTo(mails, email, "принята")
        await post(`/admin/legal-entities/${legal_entity.id}/state`, { state: "active", reason: "The contract is signed" }, manager)
        const done = await untilState(id, "completed")
        expect(done.events.map(({ kind }: { kind: string }) => kind)).toEqual(["submitted", "assigned", "accepted", "completed"])
        expect(await untilMailsTo(mails, email, 4)).toHaveLength(4)
        const token = tokenIn(await mailTo(mails, email, "/invitation#token="))
        const signedIn = await post("/auth/invitations/accept", { token, password: "correct horse" })
        expect(signedIn.status).toBe(200)
        const headers = { ...world.storefront.headers, authorization: `Bearer ${signedIn.data.token}` }
        const me = (await api.get("/store/me", { headers })).data
        expect(me.legal_entities).toMatchObject([{ id: legal_entity.id, state: "active" }])
        expect((await api.get("/store/applications", { headers })).data).toMatchObject({ count: 1, applications: [{ id }] })
        const log = await db()("audit_entry").where({ legal_entity_id: legal_entity.id })
        const actions = log.map(({ action }: { action: string }) => action)
        expect(actions).toEqual(
          expect.arrayContaining(["legal_entity.created", "employee.created", "manager_assignment.created", "application.accepted"])
        )
      })

      it("ties a person who is known already to the new entity and leaves his others", async () => {
        const { id } = await apply({ email: world.people.child.email })
        const { data } = await accept(id)
        const me = (await api.get("/store/me", world.people.child)).data
        const members = me.legal_entities.filter(({ is_member }: { is_member: boolean }) => is_member)
        expect(members.map((entity: { id: string }) => entity.id).sort()).toEqual(
          [world.entities.child.id, data.application.legal_entity.id].sort()
        )
        expect(await db()("employee").where({ email: world.people.child.email })).toHaveLength(1)
      })

      it("is done once: the same again changes nothing, another decision is refused", async () => {
        const { id } = await apply()
        await accept(id)
        const before = await written()
        expect((await accept(id)).data.application.events).toHaveLength(2)
        expect(await written()).toEqual(before)
        const declined = await post(`/admin/applications/${id}/decline`, { reason: "Not now" }, lead)
        expect(declined).toMatchObject({ status: 400, data: { code: "application_decided" } })
        const other = await apply({ inn: "7728168971" })
        await post(`/admin/applications/${other.id}/decline`, { reason: "Not now" }, lead)
        expect(await accept(other.id)).toMatchObject({ status: 400, data: { code: "application_decided" } })
        expect(await written()).toEqual(before)
      })

      // Without `for update` in `moveApplication` both find the application open and both are answered 200.
      it("and a refusal at once let one of the two win", async () => {
        const { id } = await apply()
        const holder = await db().transaction()
        await holder.raw("select 1 from application where id = ? for update", [id])
        const both = Promise.all([accept(id), post(`/admin/applications/${id}/decline`, { reason: "Not now" }, lead)])
        await new Promise((resolve) => setTimeout(resolve, 800))
        await holder.commit()
        expect((await both).map(({ status }) => status).sort()).toEqual([200, 400])
        const { state, events } = await card(id)
        expect(events).toHaveLength(2)
        const made = await db()("legal_entity").where({ inn: "7707083893" })
        expect(made).toHaveLength(state === "accepted" ? 1 : 0)
      })

      // Without the lock on acceptances both have looked before either has written.
      it("makes one entity of two applications of one company that are accepted at once", async () => {
        const [first, second] = [await apply(), await apply()]
        const holder = await db().transaction()
        await holder.raw("lock table legal_entity in share mode")
        const both = Promise.all([accept(first.id), accept(second.id)])
        await new Promise((resolve) => setTimeout(resolve, 1000))
        await holder.commit()
        const answers = await both
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
        expect(answers.find(({ status }) => status === 400)?.data.code).toBe("legal_entity_exists")
        expect(await db()("legal_entity").where({ inn: "7707083893" })).toHaveLength(1)
        const states = await Promise.all([card(first.id), card(second.id)])
        expect(states.map(({ state }) => state).sort()).toEqual(["accepted", "submitted"])
      })

      it.each(["audit_entry", "bank_account", "employee_customer", "manager_assignment", "erp_outbox"])(
        "leaves nothing behind when %s cannot be written",
        async (table) => {
          const { id, email } = await apply()
          await post(`/admin/applications/${id}/assign`, { user_id: lead.user_id }, lead)
          const before = await written()
          expect((await withoutTable(getContainer(), table, () => accept(id))).status).toBe(500)
          expect(await written()).toEqual(before)
          expect(await card(id)).toMatchObject({ state: "submitted", decision: null, legal_entity: null, applicant: { employee_id: null } })
          expect((await accept(id)).status).toBe(200)
          expect(await db()("employee").where({ email }).whereNull("deleted_at")).toHaveLength(1)
        }
      )
    })

    describe("a company that is a client already", () => {
      it("is not made twice: the lead is told which one, the manager of others only that there is one", async () => {
        await db()("legal_entity").where({ id: world.entities.stranger.id }).update({ inn: "7707083893", kpp: "770701001" })
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.child.id] })
        const id = await applyAsEmployee()
        const told = await accept(id)
        expect(told).toMatchObject({ status: 400, data: { code: "legal_entity_exists" } })
        expect(told.data.message).toContain(world.entities.stranger.id)
        const hidden = await accept(id, {}, manager)
        expect(hidden.data.code).toBe("legal_entity_exists")
        expect(JSON.stringify(hidden.data)).not.toMatch(new RegExp(`${world.entities.stranger.id}|${world.entities.stranger.name}`))
        expect((await card(id)).state).toBe("submitted")
        await db()("legal_entity").where({ id: world.entities.stranger.id }).update({ kpp: "770702002" })
        expect((await accept(id)).status).toBe(200)
      })

      it("takes the applicant in: completed at once, nothing goes to 1C, and it is not handed over to him", async () => {
        const { id, email } = await apply()
        const outbox = await db()("erp_outbox")
        const { data } = await accept(id, { legal_entity_id: world.entities.stranger.id })
        expect(data.application).toMatchObject({ state: "completed", legal_entity: { id: world.entities.stranger.id }, erp: null })
        expect(await db()("erp_outbox")).toEqual(outbox)
        expect(await db()("employee").where({ email })).toMatchObject([{ role: "ordinary" }])
        const told = await untilMailsTo(mails, email, 3)
        expect(told.filter((mail) => mail.includes("#token="))).toHaveLength(1)
        expect(told.some((mail) => mail.includes("оформляем договор"))).toBe(false)
      })

      it("is not attached to while it is blocked or closed, nor by a manager of others", async () => {
        const { id } = await apply()
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.child.id] })
        await post(`/admin/applications/${id}/assign`, { user_id: manager.user_id }, lead)
        for (const state of ["blocked", "closed"]) {
          await db()("legal_entity").where({ id: world.entities.stranger.id }).update({ state })
          const answer = await accept(id, { legal_entity_id: world.entities.stranger.id })
          expect({ state, code: answer.data.code }).toEqual({ state, code: "legal_entity_not_active" })
        }
        expect((await accept(id, { legal_entity_id: world.entities.stranger.id }, manager)).status).toBe(404)
        expect((await accept(id, { legal_entity_id: "lent_nowhere" })).status).toBe(404)
        expect((await accept(id, { holding_id: "hold_nowhere" })).status).toBe(404)
        expect((await accept(id, { holding_id: world.entities.child.holding_id }, manager)).status).toBe(200)
      })
    })

    describe("acceptance of a further entity", () => {
      it("puts it into the holding of the applicant, who works for it too; his manager looks after it", async () => {
        const manager = await createManagerSession(getContainer(), { role: "assistant", legal_entity_ids: [world.entities.child.id] })
        const { data } = await accept(await applyAsEmployee(), {}, manager)
        const { id } = data.application.legal_entity
        const entity = (await api.get(`/admin/legal-entities/${id}`, manager)).data.legal_entity
        expect(entity).toMatchObject({
          holding: { id: world.entities.child.holding_id },
          is_head: false,
          managers: [{ user_id: manager.user_id, role: "assistant" }],
          employees: [{ email: world.people.child.email }],
        })
      })

      it("leaves it alone when the staff say so, and is not found by managers of others", async () => {
        const other = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.stranger.id] })
        const id = await applyAsEmployee()
        expect((await accept(id, {}, other)).status).toBe(404)
        expect((await post(`/admin/applications/${id}/complete`, { reason: "Done" }, other)).status).toBe(404)
        const { data } = await accept(id, { holding_id: null })
        const [entity] = await db()("legal_entity").where({ id: data.application.legal_entity.id })
        expect(entity.holding_id).toBeNull()
      })
    })

    describe("completion", () => {
      it("comes with the package of 1C that makes the entity active, once, whoever else looks", async () => {
        const { id, email } = await apply()
        const { data } = await accept(id)
        await mailTo(mails, email, "принята")
        await db()("legal_entity").where({ id: data.application.legal_entity.id }).update({ state: "under_review" })
        await completeDueApplicationsWorkflow(getContainer()).run({ input: undefined })
        expect((await card(id)).state).toBe("accepted")
        await db()("legal_entity").where({ id: data.application.legal_entity.id }).update({ state: "active" })
        const applied = (kind: string) => ({ name: "erp.package_applied", data: { run_id: "xrun_1", source: "base", kinds: [kind] } })
        await getContainer().resolve(Modules.EVENT_BUS).emit(applied("stock"))
        await new Promise((resolve) => setTimeout(resolve, 500))
        expect((await card(id)).state).toBe("accepted")
        await getContainer().resolve(Modules.EVENT_BUS).emit(applied("legal_entities"))
        await Promise.all([1, 2, 3].map(() => completeDueApplicationsWorkflow(getContainer()).run({ input: undefined })))
        const { events } = await untilState(id, "completed")
        expect(events.filter(({ kind }: { kind: string }) => kind === "completed")).toHaveLength(1)
        await untilMailsTo(mails, email, 4)
        await new Promise((resolve) => setTimeout(resolve, 300))
        expect(mailsTo(mails, email)).toHaveLength(4)
      })

      it("by hand is refused before acceptance and while the entity cannot be used", async () => {
        const { id } = await apply()
        const complete = () => post(`/admin/applications/${id}/complete`, { reason: "All is done" }, lead)
        expect((await complete()).data.code).toBe("application_not_accepted")
        await accept(id)
        expect((await complete()).data.code).toBe("legal_entity_not_active")
      })
    })
  },
})
