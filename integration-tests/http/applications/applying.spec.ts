import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { answerOf } from "../../helpers/answer-of"
import { formWith, PDF, requisitesOf } from "../../helpers/application-form"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, mailTo, tokenIn, untilMailsTo } from "../../helpers/mails"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)
const mails = keepMails()
const privateFiles = join(process.env.KONTOR_DATA_DIR ?? join(process.cwd(), ".data"), "private-files")

/** Names of the files of applications that lie in the store. */
function storedFiles(): string[] {
  try {
    return readdirSync(privateFiles).filter((name) => name.includes("application-"))
  } catch {
    return []
  }
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let lead: { user_id: string; headers: Record<string, string> }
    let applicants = 0

    beforeEach(async () => {
      world = await createWorld(getContainer())
      lead = await createStaffSession(getContainer(), `lead-${(applicants += 1)}@supplier.test`)
    })

    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: unknown, session: { headers?: Record<string, string> } = {}) =>
      answerOf(api.post(path, body, { headers: session.headers ?? {} }))
    const get = (path: string, session: { headers?: Record<string, string> } = {}) =>
      answerOf(api.get(path, { headers: session.headers ?? {} }))
    const form = (change: object = {}) => ({
      applicant: { name: "Анна Ремарк", email: `anna-${applicants}@new.test`, phone: "+7 900 000-00-00" },
      requisites: requisitesOf(),
      comment: "We sell drills",
      consent: { document_version: "2026-01" },
      ...change,
    })
    const address = () => form().applicant.email
    const queue = async (query = "") => (await get(`/admin/applications${query}`, lead)).data.applications
    const card = async (id: string) => (await get(`/admin/applications/${id}`, lead)).data.application
    /** A stranger applies with one file; gives the id of his application. */
    async function apply(change: object = {}): Promise<string> {
      expect((await post("/auth/applications", formWith(form(change), [{ name: "Устав.pdf", content: PDF }]))).status).toBe(202)
      return (await queue())[0].id
    }

    describe("a stranger", () => {
      it("applies with files; the staff see what he wrote, both sides are told, the consent is kept", async () => {
        const id = await apply()
        const application = await card(id)
        expect(application).toMatchObject({
          kind: "new_dealer",
          state: "submitted",
          number: expect.stringMatching(/^A\d{6}$/),
          applicant: { name: "Анна Ремарк", email: address(), phone: "+7 900 000-00-00", employee_id: null },
          requisites: { ...requisitesOf(), ogrn: null, bank_accounts: [] },
          changes: [],
          files: [{ name: "Устав.pdf", mime_type: "application/pdf", bytes: PDF.length }],
          checks: [
            { code: "inn", ok: true },
            { code: "kpp", ok: true },
          ],
          events: [{ kind: "submitted", actor_name: "Анна Ремарк", message: "We sell drills" }],
          decision: null,
          manager: null,
          legal_entity: null,
          erp: null,
        })
        expect(await db()("legal_entity").where({ inn: requisitesOf().inn })).toEqual([])
        expect(await db()("consent")).toMatchObject([{ email: address(), purpose: "personal_data", document_version: "2026-01" }])
        const mail = await mailTo(mails, address(), application.number)
        // Nothing that a stranger wrote goes to an address that is perhaps not his.
        expect(mail).not.toMatch(/Ремарк|Ромашка|drills/)
        await mailTo(mails, `lead-${applicants}@supplier.test`, "Ромашка")
      })

      it("is answered alike whether or not his e-mail and ИНН are known, and a repeat within a day changes nothing", async () => {
        await db()("legal_entity").where({ id: world.entities.child.id }).update({ inn: "7728168971" })
        const first = await post("/auth/applications", form())
        const files = storedFiles().length
        const repeat = await post("/auth/applications", formWith(form({ comment: "Other words" }), [{ name: "a.pdf", content: PDF }]))
        const known = form({
          applicant: { name: "Somebody", email: world.people.child.email },
          requisites: requisitesOf("7728168971"),
        })
        for (const answer of [first, repeat, await post("/auth/applications", known)]) {
          expect(answer).toEqual({ status: 202, data: { accepted: true } })
        }
        expect(await queue()).toHaveLength(2)
        expect(storedFiles()).toHaveLength(files)
        const [application] = await queue(`?q=${encodeURIComponent(address())}`)
        expect((await card(application.id)).comment).toBe("We sell drills")
        const later = `update application set created_at = now() - interval '25 hours'`
        await db().raw(later)
        await post("/auth/applications", form())
        expect(await queue(`?q=${encodeURIComponent(address())}`)).toHaveLength(2)
      })

      // Without the advisory lock none of them finds what another has not committed yet.
      it("makes one application of equal requests at once", async () => {
        const answers = await Promise.all(Array.from({ length: 5 }, () => post("/auth/applications", form())))
        expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(202))
        expect(await queue()).toHaveLength(1)
      })

      it.each([
        ["inn_invalid", { requisites: requisitesOf("7707083894") }],
        ["kpp_invalid", { requisites: { ...requisitesOf(), kpp: "77070100A" } }],
        ["bic_invalid", { requisites: { ...requisitesOf(), bank_accounts: [{ bic: "999999999", account: "40702810938000000001" }] } }],
      ])("is refused with %s for a number that cannot be right", async (code, change) => {
        expect(await post("/auth/applications", form(change))).toMatchObject({ status: 400, data: { code } })
        expect(await queue()).toEqual([])
      })

      it("is refused for a form that is none, a NUL, and files that are not what they are called", async () => {
        const refused = async (body: unknown) => {
          const { status, data } = await post("/auth/applications", body)
          return status === 400 ? (data.code ?? "no code") : status
        }
        const before = storedFiles()
        const { consent: _, ...withoutConsent } = form()
        expect(await refused(withoutConsent)).toBe("no code")
        expect(await refused(form({ legal_entity_id: world.entities.child.id }))).toBe("no code")
        expect(await refused(form({ kind: "requisites_change" }))).toBe("no code")
        expect(await refused(formWith(form({ comment: "a\u0000b" }), []))).toBe("nul_character")
        const page = { name: "charter.pdf", content: Buffer.from("<html><script>alert(1)</script>") }
        expect(await refused(formWith(form(), [{ name: "ok.pdf", content: PDF }, page]))).toBe("file_type_refused")
        const many = Array.from({ length: 11 }, () => ({ name: "a.pdf", content: PDF }))
        expect(await refused(formWith(form(), many))).toBe("too_many_files")
        const large = { name: "a.pdf", content: Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]) }
        expect(await refused(formWith(form(), [large]))).toBe("file_too_large")
        expect(await queue()).toEqual([])
        expect(storedFiles()).toEqual(before)
      })

      it("may apply so often in an hour: five times an e-mail and a company, ten times an address", async () => {
        const inns = ["7707083893", "7728168971", "7736050003", "7702070139", "7744001497", "7710140679"]
        const byEmail: number[] = []
        for (const inn of inns) {
          byEmail.push((await post("/auth/applications", form({ requisites: requisitesOf(inn) }))).status)
        }
        expect(byEmail).toEqual([202, 202, 202, 202, 202, 429])
        const others: number[] = []
        for (let n = 0; n < 5; n++) {
          others.push((await post("/auth/applications", form({ applicant: { name: "B", email: `b${n}@new.test` } }))).status)
        }
        expect(others).toEqual([202, 202, 202, 202, 429])
      })
    })

    describe("a question", () => {
      it("is answered by the link of the mail, once, with files", async () => {
        const id = await apply()
        const asked = await post(`/admin/applications/${id}/request-more`, { message: "Пришлите устав" }, lead)
        expect(asked.data.application).toMatchObject({
          state: "more_requested",
          events: [{}, { kind: "more_requested", message: "Пришлите устав" }],
        })
        const token = tokenIn(await mailTo(mails, address(), "Пришлите устав"))
        const answer = formWith({ token, message: "Вот он" }, [{ name: "2.pdf", content: PDF }])
        expect(await post("/auth/applications/answer", answer)).toEqual({ status: 202, data: { accepted: true } })
        expect(await card(id)).toMatchObject({
          state: "submitted",
          files: [{ name: "Устав.pdf" }, { name: "2.pdf" }],
          events: [{}, {}, { kind: "answered", message: "Вот он" }],
        })
        await mailTo(mails, `lead-${applicants}@supplier.test`, "Вот он")
        expect(await post("/auth/applications/answer", { token, message: "Again" })).toMatchObject({
          status: 400,
          data: { code: "token_invalid" },
        })
        expect(JSON.stringify(await db()("application"))).not.toContain(token)
      })

      it("has a link that is refused alike when it is unknown, expired, replaced or overtaken by a decision, and stores no file", async () => {
        const id = await apply()
        const ask = async (message: string) => {
          await post(`/admin/applications/${id}/request-more`, { message }, lead)
          return tokenIn(await mailTo(mails, address(), message))
        }
        const answer = async (token: string) =>
          (await post("/auth/applications/answer", formWith({ token, message: "Here" }, [{ name: "a.pdf", content: PDF }]))).data.code
        const first = await ask("The charter?")
        const second = await ask("The passport?")
        const before = storedFiles()
        expect([await answer("nonsense"), await answer(first)]).toEqual(["token_invalid", "token_invalid"])
        await db().raw(`update application set answer_token_expires_at = now() - interval '1 second'`)
        expect(await answer(second)).toBe("token_invalid")
        await db().raw(`update application set answer_token_expires_at = now() + interval '1 hour'`)
        await post(`/admin/applications/${id}/decline`, { reason: "Not now" }, lead)
        expect(await answer(second)).toBe("token_invalid")
        expect(storedFiles()).toEqual(before)
      })

      it("waits on, and its link works, when the answer cannot be written; its files are gone", async () => {
        const id = await apply()
        await post(`/admin/applications/${id}/request-more`, { message: "The charter?" }, lead)
        const token = tokenIn(await mailTo(mails, address(), "The charter?"))
        const before = storedFiles()
        const answer = () => post("/auth/applications/answer", formWith({ token, message: "Here" }, [{ name: "a.pdf", content: PDF }]))
        expect((await withoutTable(getContainer(), "audit_entry", answer)).status).toBe(500)
        expect(storedFiles()).toEqual(before)
        expect(await card(id)).toMatchObject({ state: "more_requested", files: [{}], events: [{}, { kind: "more_requested" }] })
        expect((await answer()).status).toBe(202)
      })

      it("is answered by one of two equal requests", async () => {
        const id = await apply()
        await post(`/admin/applications/${id}/request-more`, { message: "The charter?" }, lead)
        const token = tokenIn(await mailTo(mails, address(), "The charter?"))
        const answers = await Promise.all([1, 2, 3].map(() => post("/auth/applications/answer", { token, message: "Here" })))
        expect(answers.map(({ status }) => status).sort()).toEqual([202, 400, 400])
        expect((await card(id)).events).toHaveLength(3)
      })

      it("lets nobody guess the secret: 30 tries an address in 10 minutes", async () => {
        const guesses = await Promise.all(
          Array.from({ length: 31 }, (_, n) => post("/auth/applications/answer", { token: `guess-${n}`, message: "Here" }))
        )
        expect(guesses.filter(({ status }) => status === 429)).toHaveLength(1)
      })
    })

    describe("files", () => {
      it("are sent to the staff for saving and lie out of public reach", async () => {
        const id = await apply()
        const [file] = (await card(id)).files
        const url = `/admin/applications/${id}/files/${file.id}`
        const { headers, data } = await api.get(url, { ...lead, responseType: "arraybuffer" })
        expect(Buffer.from(data).equals(PDF)).toBe(true)
        expect(headers).toMatchObject({
          "content-type": expect.stringMatching(/^application\/pdf/),
          "content-disposition": "attachment; filename*=UTF-8''%D0%A3%D1%81%D1%82%D0%B0%D0%B2.pdf",
          "x-content-type-options": "nosniff",
          "cache-control": "private, no-store",
        })
        const [{ file_id }] = await db()("application_file")
        expect(readFileSync(join(privateFiles, file_id)).equals(PDF)).toBe(true)
        for (const path of [`/static/${file_id}`, `/static/..%2fprivate-files%2f${file_id}`, `/uploads/${file_id}`, `/${file_id}`]) {
          expect({ path, status: (await get(path)).status }).toEqual({ path, status: 404 })
        }
        expect((await get(url)).status).toBe(401)
        expect((await get(url, world.people.head)).status).toBe(401)
      })

      it("are gone when the application cannot be written", async () => {
        const before = storedFiles()
        const apply = () => post("/auth/applications", formWith(form(), [{ name: "a.pdf", content: PDF }]))
        expect((await withoutTable(getContainer(), "audit_entry", apply)).status).toBe(500)
        expect(storedFiles()).toEqual(before)
        expect(await queue()).toEqual([])
      })
    })

    describe("an employee", () => {
      const further = (inn = "7728168971") => ({ kind: "legal_entity", requisites: requisitesOf(inn) })

      it("applies for a further entity and answers; colleagues of his entity and its head see it, nobody else does", async () => {
        const { people, entities } = world
        const { status, data } = await post("/store/applications", formWith(further(), [{ name: "a.pdf", content: PDF }]), people.child)
        expect({ status, application: data.application }).toMatchObject({
          status: 200,
          application: { kind: "legal_entity", state: "submitted", applicant: { email: people.child.email, employee_id: people.child.id } },
        })
        const { id, files } = data.application
        expect(await card(id)).toMatchObject({ holding_id: entities.child.holding_id })
        await post(`/admin/applications/${id}/request-more`, { message: "The charter?" }, lead)
        expect(await mailTo(mails, people.child.email, "The charter?")).not.toContain("#token=")
        for (const person of [people.sibling, people.stranger]) {
          expect((await get("/store/applications", person)).data).toMatchObject({ count: 0, applications: [] })
          expect((await get(`/store/applications/${id}`, person)).status).toBe(404)
          expect((await get(`/store/applications/${id}/files/${files[0].id}`, person)).status).toBe(404)
          expect((await post(`/store/applications/${id}/answer`, { message: "Here" }, person)).status).toBe(404)
        }
        expect((await get(`/store/applications/${id}`, people.clerk)).status).toBe(404)
        expect((await get(`/store/applications/${id}/files/${files[0].id}`, people.head)).status).toBe(200)
        expect((await post(`/store/applications/${id}/answer`, { message: "Here" }, people.head)).data.application.state).toBe("submitted")
        expect(await post(`/store/applications/${id}/answer`, { message: "Here" }, people.child)).toMatchObject({
          status: 400,
          data: { code: "answer_not_expected" },
        })
        expect((await post("/store/applications", further(), people.clerk)).data.code).toBe("right_missing")
      })

      it("is named in the log beside the user who is signed in as him", async () => {
        const { people } = world
        const body = { reason: "He asked for help by phone" }
        const { token } = (await post(`/admin/employees/${people.child.id}/sessions`, body, lead)).data
        const acting = { headers: { ...world.storefront.headers, authorization: `Bearer ${token}` } }
        const { status, data } = await post("/store/applications", further(), acting)
        expect({ status, applicant: data.application.applicant.email }).toEqual({ status: 200, applicant: people.child.email })
        expect(data.application.events).toMatchObject([{ actor_name: "Staff" }])
        expect(await db()("audit_entry").where({ action: "application.submitted" })).toMatchObject([
          { actor_kind: "user", actor_id: lead.user_id, acting_for_employee_id: people.child.id },
        ])
      })

      it("gets the application that stands when he repeats it", async () => {
        const first = await post("/store/applications", further(), world.people.child)
        const again = await post("/store/applications", further(), world.people.child)
        expect(again.data.application.id).toBe(first.data.application.id)
        expect((await get("/store/applications", world.people.child)).data.count).toBe(1)
      })

      it("never learns who of the staff was given it", async () => {
        const { data } = await post("/store/applications", further(), world.people.child)
        const { id } = data.application
        const assigned = await post(`/admin/applications/${id}/assign`, { user_id: lead.user_id }, lead)
        expect(assigned.data.application).toMatchObject({ manager: { user_id: lead.user_id }, events: [{}, { kind: "assigned" }] })
        const seen = await get(`/store/applications/${id}`, world.people.child)
        expect(JSON.stringify(seen.data)).not.toContain(lead.user_id)
        expect(seen.data.application.events).toMatchObject([{ kind: "submitted" }])
      })
    })

    describe("the staff", () => {
      it("see what was given to them or comes from their clients; others' applications are not found", async () => {
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.child.id] })
        const other = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.stranger.id] })
        await db()("user")
          .where({ id: other.user_id })
          .update({ email: `other-${applicants}@supplier.test` })
        const strangers = await apply()
        const { data } = await post(
          "/store/applications",
          { kind: "legal_entity", requisites: requisitesOf("7728168971") },
          world.people.child
        )
        const ofClient = data.application.id
        const seenBy = async (session: { headers: Record<string, string> }) =>
          (await get("/admin/applications", session)).data.applications.map(({ id }: { id: string }) => id)
        expect(await seenBy(lead)).toEqual([ofClient, strangers])
        expect(await seenBy(manager)).toEqual([ofClient])
        expect(await seenBy(other)).toEqual([])
        for (const [method, path, body] of [
          ["get", ""],
          ["get", "/files/apfl_1"],
          ["post", "/decline", { reason: "Not now" }],
          ["post", "/request-more", { message: "The charter?" }],
        ] as const) {
          const url = `/admin/applications/${ofClient}${path}`
          const answer = method === "get" ? await get(url, other) : await post(url, body, other)
          expect({ path, status: answer.status }).toEqual({ path, status: 404 })
        }
        const emit = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
        const given = await post(`/admin/applications/${strangers}/assign`, { user_id: other.user_id }, lead)
        expect(given.status).toBe(200)
        const event_id = given.data.application.events.at(-1).id
        const told = emit.mock.calls.flatMap(([events]) => events).filter(({ name }) => name.startsWith("application."))
        expect(told).toMatchObject([{ name: "application.assigned", data: { id: strangers, event_id } }])
        emit.mockRestore()
        await mailTo(mails, `other-${applicants}@supplier.test`, "поручена вам")
        expect(await seenBy(other)).toEqual([strangers])
        expect((await post(`/admin/applications/${strangers}/assign`, { user_id: null }, other)).data.code).toBe("role_insufficient")
        expect((await post(`/admin/applications/${strangers}/assign`, { user_id: "user_nobody" }, lead)).data.code).toBe("user_unknown")
      })

      it("see entities with the same ИНН, a manager those of his clients alone", async () => {
        await db()("legal_entity").where({ id: world.entities.sibling.id }).update({ inn: "7728168971" })
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.child.id] })
        const body = { kind: "legal_entity", requisites: requisitesOf("7728168971") }
        const { id } = (await post("/store/applications", body, world.people.child)).data.application
        expect((await card(id)).similar).toMatchObject([{ legal_entity_id: world.entities.sibling.id, inn: "7728168971", state: "active" }])
        expect((await get(`/admin/applications/${id}`, manager)).data.application.similar).toEqual([])
      })

      it("find applications by state, kind, company, ИНН, number and applicant", async () => {
        const id = await apply()
        const { number } = await card(id)
        for (const q of [number, "ромашка", requisitesOf().inn, "ремарк", address()]) {
          expect({ q, found: (await queue(`?q=${encodeURIComponent(q)}`)).length }).toEqual({ q, found: 1 })
        }
        expect(await queue("?q=100%25")).toEqual([])
        expect(await queue("?state=submitted&kind=new_dealer")).toHaveLength(1)
        expect(await queue("?state=declined")).toEqual([])
        expect((await get("/admin/applications?offset=5", lead)).data).toMatchObject({ applications: [], count: 1 })
      })

      it("decline with a reason, once; the applicant is told, the log knows who", async () => {
        const id = await apply()
        const decline = () => post(`/admin/applications/${id}/decline`, { reason: "Нет свободного региона" }, lead)
        expect((await decline()).data.application).toMatchObject({
          state: "declined",
          decision: { reason: "Нет свободного региона", by: "Staff" },
        })
        expect((await decline()).data.application.events).toHaveLength(2)
        await mailTo(mails, address(), "Нет свободного региона")
        const more = await post(`/admin/applications/${id}/request-more`, { message: "The charter?" }, lead)
        expect(more).toMatchObject({ status: 400, data: { code: "application_decided" } })
        expect(await untilMailsTo(mails, address(), 2)).toHaveLength(2)
        expect(await db()("audit_entry").where({ action: "application.declined" })).toMatchObject([
          { actor_id: lead.user_id, subject_id: id },
        ])
      })

      it("leave it as it was when the entry of the log cannot be written", async () => {
        const id = await apply()
        const statuses = await withoutTable(getContainer(), "audit_entry", async () => [
          (await post(`/admin/applications/${id}/decline`, { reason: "Not now" }, lead)).status,
          (await post(`/admin/applications/${id}/assign`, { user_id: lead.user_id }, lead)).status,
        ])
        expect(statuses).toEqual([500, 500])
        expect(await card(id)).toMatchObject({ state: "submitted", decision: null, manager: null, events: [{ kind: "submitted" }] })
      })
    })
  },
})
