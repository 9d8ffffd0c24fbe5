import { readdirSync } from "node:fs"
import { join } from "node:path"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import removeDeclinedApplicationFiles from "../../../src/jobs/remove-declined-application-files"
import { completeDueApplicationsWorkflow } from "../../../src/workflows/applications/complete-due-applications"
import { answerOf } from "../../helpers/answer-of"
import { formWith, PDF } from "../../helpers/application-form"
import { createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, untilMailsTo } from "../../helpers/mails"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)
const mails = keepMails()
const privateFiles = join(process.env.KONTOR_DATA_DIR ?? join(process.cwd(), ".data"), "private-files")

interface Session {
  headers: Record<string, string>
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let lead: Session
    const inn = "7707083893"
    const account = { bic: "044525225", account: "40702810938000000001", is_default: true }
    const other = { bic: "044525225", account: "40702810738000000777", is_default: false }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      lead = await createStaffSession(getContainer())
      await own({ source: "erp", inn, kpp: "770701001", address: "Москва" })
      await db()("bank_account").insert({ id: "bacc_1", legal_entity_id: world.entities.child.id, ...account, source: "erp" })
    })

    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const own = (change: object) => db()("legal_entity").where({ id: world.entities.child.id }).update(change)
    const post = (path: string, body: unknown, session: Session) => answerOf(api.post(path, body, { headers: session.headers }))
    const card = async (id: string) => (await api.get(`/admin/applications/${id}`, lead)).data.application
    const change = (requisites: object, files = [{ name: "Выписка.pdf", content: PDF }], session: Session = world.people.child) => {
      const form = {
        kind: "requisites_change",
        legal_entity_id: world.entities.child.id,
        requisites: { name: world.entities.child.name, inn, ...requisites },
      }
      return post("/store/applications", formWith(form, files), session)
    }
    const accept = (id: string, body: object = {}) => post(`/admin/applications/${id}/accept`, body, lead)

    describe("a change of requisites", () => {
      it("is kept as what differs, shown beside what stays, and wished of 1C where the entity is its", async () => {
        const { status, data } = await change({ kpp: "770701001", address: "Казань", bank_accounts: [other] })
        expect(status).toBe(200)
        const { id } = data.application
        expect(data.application).toMatchObject({
          kind: "requisites_change",
          legal_entity: { id: world.entities.child.id },
          requisites: {
            name: world.entities.child.name,
            inn,
            kpp: "770701001",
            address: "Казань",
            bank_accounts: [{ account: other.account }],
          },
          changes: [{ field: "address", before: "Москва", after: "Казань" }],
        })
        expect((await accept(id)).data.application).toMatchObject({ state: "accepted", erp: { state: "pending" } })
        expect(await db()("legal_entity").where({ id: world.entities.child.id })).toMatchObject([{ address: "Москва", source: "erp" }])
        const [row] = await db()("erp_outbox").where({ subject_id: world.entities.child.id })
        expect(row.payload).toMatchObject({ address: "Казань", bank_accounts: [{ account: account.account }, { account: other.account }] })
        expect(row.payload).not.toHaveProperty("kpp")
      })

      it("of 1C's is completed when its word equals what was wanted, accounts included", async () => {
        const { data } = await change({ address: "Казань", phone: null, bank_accounts: [other] })
        const { id } = data.application
        await accept(id)
        const run = () => completeDueApplicationsWorkflow(getContainer()).run({ input: undefined })
        await own({ address: "Казань" })
        await run()
        expect((await card(id)).state).toBe("accepted")
        await db()("bank_account").insert({ id: "bacc_2", legal_entity_id: world.entities.child.id, ...other, source: "erp" })
        await run()
        await run()
        const done = await card(id)
        expect(done).toMatchObject({ state: "completed", changes: [{ field: "address", before: "Москва", after: "Казань" }] })
        expect(done.events.map(({ kind }: { kind: string }) => kind)).toEqual(["submitted", "accepted", "completed"])
        const told = await untilMailsTo(mails, world.people.child.email, 3)
        expect(told.filter((mail) => mail.includes("выполнена"))).toEqual([expect.stringContaining(done.number)])
      })

      it("leaves alone what 1C or the staff have changed while it waited", async () => {
        const first = (await change({ address: "Казань" })).data.application.id
        const second = (await change({ address: "Самара" })).data.application.id
        await own({ name: "Ребёнок плюс" })
        await accept(first)
        const [row] = await db()("erp_outbox").where({ subject_id: world.entities.child.id })
        expect(row.payload).toEqual({ address: "Казань" })
        await own({ address: "Казань" })
        await completeDueApplicationsWorkflow(getContainer()).run({ input: undefined })
        expect((await card(first)).state).toBe("completed")
        await own({ source: "portal" })
        await accept(second)
        const [entity] = await db()("legal_entity").where({ id: world.entities.child.id })
        expect(entity).toMatchObject({ name: "Ребёнок плюс", address: "Самара" })
      })

      it("of 1C's is completed however many wait in vain before it", async () => {
        const { id } = (await change({ address: "Казань" })).data.application
        await accept(id)
        await db().raw(
          `insert into application (id, number, kind, state, applicant_name, applicant_email, requisites, former, legal_entity_id, created_at)
           select 'appl_0' || n, 'B' || n, a.kind, a.state, a.applicant_name, a.applicant_email,
             a.requisites || '{"address": "Нигде"}', a.former, a.legal_entity_id, now() - interval '1 year'
           from application a, generate_series(1, 1000) n where a.id = ?`,
          [id]
        )
        await own({ address: "Казань" })
        await completeDueApplicationsWorkflow(getContainer()).run({ input: undefined })
        expect(await db()("application").where({ state: "completed" }).pluck("id")).toEqual([id])
      })

      it("of 1C's is completed by hand with a reason", async () => {
        const { data } = await change({ address: "Казань" })
        const { id } = data.application
        await accept(id)
        const done = await post(`/admin/applications/${id}/complete`, { reason: "Изменено иначе" }, lead)
        expect(done.data.application).toMatchObject({
          state: "completed",
          events: [{}, {}, { kind: "completed", message: "Изменено иначе" }],
        })
      })

      it("of the portal's is made and completed at once, and 1C is told again where it was told before", async () => {
        await own({ source: "portal" })
        const { data } = await change({ address: "Казань", bank_accounts: [other] })
        expect((await accept(data.application.id)).data.application).toMatchObject({ state: "completed" })
        expect(await db()("legal_entity").where({ id: world.entities.child.id })).toMatchObject([{ address: "Казань" }])
        expect(await db()("bank_account").where({ legal_entity_id: world.entities.child.id })).toHaveLength(2)
        expect(await db()("erp_outbox").where({ subject_id: world.entities.child.id })).toEqual([])
        const log = await db()("audit_entry").whereIn("action", ["legal_entity.updated", "bank_account.created"])
        expect(log).toHaveLength(2)
        await db()("erp_outbox").insert({ id: "outb_1", kind: "legal_entity", subject_id: world.entities.child.id, state: "confirmed" })
        const again = await change({ address: "Самара" })
        await accept(again.data.application.id)
        expect(await db()("erp_outbox").where({ subject_id: world.entities.child.id })).toMatchObject([{ state: "pending", payload: null }])
      })

      it("of the portal's goes to 1C once for each, texts and accounts alike", async () => {
        const revision = async () => (await db()("erp_outbox").where({ id: "outb_1" }).first()).revision
        await own({ source: "portal" })
        await db()("erp_outbox").insert({ id: "outb_1", kind: "legal_entity", subject_id: world.entities.child.id, state: "confirmed" })
        const before = await revision()
        await accept((await change({ address: "Казань" })).data.application.id)
        expect(await revision()).toBe(before + 1)
        await accept((await change({ bank_accounts: [other] })).data.application.id)
        expect(await revision()).toBe(before + 2)
      })

      it("takes the default from the account that had it, here and in what 1C is wished to have", async () => {
        const accounts = [{ ...other, is_default: true }]
        const defaults = async () =>
          await db()("bank_account").where({ legal_entity_id: world.entities.child.id, is_default: true }).pluck("account")
        await accept((await change({ bank_accounts: accounts })).data.application.id)
        const [row] = await db()("erp_outbox").where({ subject_id: world.entities.child.id })
        expect(row.payload.bank_accounts).toMatchObject([{ is_default: false }, { account: other.account, is_default: true }])
        await own({ source: "portal" })
        const { id } = (await change({ bank_accounts: accounts })).data.application
        expect((await withoutTable(getContainer(), "audit_entry", () => accept(id))).status).toBe(500)
        expect(await defaults()).toEqual([account.account])
        await accept(id)
        expect(await defaults()).toEqual([other.account])
      })

      it("leaves nothing behind when it cannot be told to 1C", async () => {
        await own({ source: "portal" })
        const { data } = await change({ address: "Казань", bank_accounts: [other] })
        expect((await withoutTable(getContainer(), "erp_outbox", () => accept(data.application.id))).status).toBe(500)
        expect(await db()("legal_entity").where({ id: world.entities.child.id })).toMatchObject([{ address: "Москва" }])
        expect(await db()("bank_account").where({ legal_entity_id: world.entities.child.id })).toHaveLength(1)
        expect((await card(data.application.id)).state).toBe("submitted")
      })

      it("is refused without a file, with another ИНН, when it changes nothing, and for an entity out of reach", async () => {
        const { people } = world
        const codes = [
          (await change({ address: "Казань" }, [])).data.code,
          (await change({ inn: "7728168971" })).data.code,
          (await change({ address: "Москва", bank_accounts: [account] })).data.code,
          (await change({ kpp: "77070100A" })).data.code,
        ]
        expect(codes).toEqual(["application_file_missing", "inn_changed", "nothing_changed", "kpp_invalid"])
        expect((await change({ bank_accounts: [other, other] })).data.code).toBe("bank_account_repeated")
        for (const stranger of [people.sibling, people.stranger]) {
          expect((await change({ address: "Казань" }, undefined, stranger)).status).toBe(404)
        }
        const nobodys = { kind: "requisites_change", requisites: { name: "Firm", inn } }
        expect((await post("/store/applications", nobodys, people.child)).status).toBe(400)
        const misplaced = { kind: "legal_entity", legal_entity_id: world.entities.child.id, requisites: { name: "Firm", inn } }
        expect((await post("/store/applications", misplaced, people.child)).status).toBe(400)
        expect(await db()("application")).toEqual([])
        const head = await change({ address: "Казань" }, undefined, people.head)
        expect(head.status).toBe(200)
        expect((await accept(head.data.application.id, { legal_entity_id: world.entities.stranger.id })).data.code).toBe(
          "entity_not_expected"
        )
      })

      it("is one application however often it is sent, and another one for another wish", async () => {
        const first = await change({ address: "Казань" })
        expect((await change({ address: "Казань" })).data.application.id).toBe(first.data.application.id)
        expect((await change({ address: "Самара" })).data.application.id).not.toBe(first.data.application.id)
      })
    })

    describe("files of a declined application", () => {
      it("are removed after ninety days and not before, and those of others stay", async () => {
        const apply = async (address: string) => (await change({ address })).data.application.id as string
        const [old, fresh, open] = [await apply("Казань"), await apply("Самара"), await apply("Тула")]
        for (const id of [old, fresh]) {
          await post(`/admin/applications/${id}/decline`, { reason: "Нет печати" }, lead)
        }
        await db().raw(`update application set decided_at = now() - interval '90 days 1 minute' where id = ?`, [old])
        await db().raw(`update application set decided_at = now() - interval '89 days 23 hours' where id = ?`, [fresh])
        const [{ file_id }] = await db()("application_file").where({ application_id: old })
        expect(readdirSync(privateFiles)).toContain(file_id)
        await removeDeclinedApplicationFiles(getContainer())
        expect(readdirSync(privateFiles)).not.toContain(file_id)
        expect((await card(old)).files).toEqual([])
        expect([(await card(fresh)).files.length, (await card(open)).files.length]).toEqual([1, 1])
        const log = await db()("audit_entry").where({ action: "application.files_removed" })
        expect(log).toMatchObject([{ subject_id: old, legal_entity_id: world.entities.child.id, actor_kind: "system" }])
        await removeDeclinedApplicationFiles(getContainer())
        expect(await db()("audit_entry").where({ action: "application.files_removed" })).toHaveLength(1)
      })
    })
  },
})
