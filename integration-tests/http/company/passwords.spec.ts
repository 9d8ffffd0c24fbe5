import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { setEmployeeStateWorkflow } from "../../../src/workflows/company/set-employee-state"
import { SYSTEM_ACTOR } from "@kontor/framework"
import { answerOf } from "../../helpers/answer-of"
import { createEmployee } from "../../helpers/create-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { keepMails, mailsTo, mailTo, tokenIn, untilMailsTo } from "../../helpers/mails"
import { withoutTable } from "../../helpers/without-table"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)
const mails = keepMails()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const post = (path: string, body: unknown, headers = {}) => answerOf(api.post(path, body, { headers }))
    const signIn = (email: string, password: string) => post("/auth/customer/emailpass", { email, password })
    const asEmployee = (token: string) =>
      answerOf(api.get("/store/me", { headers: { ...world.storefront.headers, authorization: `Bearer ${token}` } }))
    let people = 0
    const newAddress = () => `invited-${(people += 1)}@dealer.test`

    /** Invites a person of the child through staff; gives his address, id and the secret of his mail. */
    async function invite(email = newAddress()) {
      const body = { name: "Анна Ремарк", email, role: "ordinary" }
      const { data } = await api.post(`/admin/legal-entities/${world.entities.child.id}/employees`, body, staff)
      return { email, id: data.employee.id as string, token: tokenIn(await mailTo(mails, email, "/invitation#token=")) }
    }

    describe("an invitation", () => {
      it("signs the person in with the password he sets, once", async () => {
        const { email, id, token } = await invite()
        const accepted = await post("/auth/invitations/accept", { token, password: "correct horse" })
        expect(accepted.status).toBe(200)
        expect((await asEmployee(accepted.data.token)).data.employee.id).toBe(id)
        expect((await signIn(email, "correct horse")).status).toBe(200)
        const again = await post("/auth/invitations/accept", { token, password: "another horse" })
        expect(again).toMatchObject({ status: 400, data: { code: "token_invalid" } })
        expect((await signIn(email, "another horse")).status).toBe(401)
      })

      it("is refused alike when it is unknown, expired, replaced by a later one, or the person is blocked", async () => {
        const accept = async (token: string) => (await post("/auth/invitations/accept", { token, password: "correct horse" })).data.code
        expect(await accept("nonsense")).toBe("token_invalid")

        const expired = await invite()
        await db().raw(`update invitation set expires_at = now() - interval '1 second' where employee_id = ?`, [expired.id])
        expect(await accept(expired.token)).toBe("token_invalid")

        const replaced = await invite()
        await api.post(`/admin/employees/${replaced.id}/invitation`, {}, staff)
        const later = (await untilMailsTo(mails, replaced.email, 2)).map(tokenIn).find((token) => token !== replaced.token) ?? ""
        expect([await accept(replaced.token), await accept(later)]).toEqual(["token_invalid", undefined])

        const blocked = await invite()
        await setEmployeeStateWorkflow(getContainer()).run({ input: { employee_id: blocked.id, state: "blocked", actor: SYSTEM_ACTOR } })
        expect(await accept(blocked.token)).toBe("token_invalid")
      })

      it("outlives a password that a stranger says is forgotten; once it is used, the other link is over", async () => {
        const { email, token } = await invite()
        await post("/auth/password/forgotten", { email })
        const reset = tokenIn(await mailTo(mails, email, "/new-password#token="))
        expect((await post("/auth/invitations/accept", { token, password: "correct horse" })).status).toBe(200)
        expect((await post("/auth/password/reset", { token: reset, password: "another horse" })).data.code).toBe("token_invalid")
      })

      it("is refused for a blocked person, and beyond sixty an hour", async () => {
        const { child, blocked } = world.people
        const again = (id: string) => post(`/admin/employees/${id}/invitation`, {}, staff.headers)
        expect(await again(blocked.id)).toMatchObject({ status: 400, data: { code: "employee_blocked" } })
        const answers = await Promise.all(Array.from({ length: 60 }, () => again(child.id)))
        expect(answers.map(({ status }) => status).filter((status) => status !== 202)).toEqual([429])
        expect(answers.find(({ status }) => status === 429)?.data.code).toBe("too_many_attempts")
        const colleague = await post("/store/company/employees/x/invitation", {}, world.people.head.headers)
        expect(colleague.status).toBe(404)
      })

      it("lets one of two equal requests through", async () => {
        const { token } = await invite()
        const answers = await Promise.all([1, 2].map((n) => post("/auth/invitations/accept", { token, password: `correct horse ${n}` })))
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      })

      it("is good again when setting the password fails", async () => {
        const { token } = await invite()
        const accept = async () => (await post("/auth/invitations/accept", { token, password: "correct horse" })).status
        expect(await withoutTable(getContainer(), "audit_entry", accept)).toBe(500)
        expect(await accept()).toBe(200)
      })

      it("replaces an identity of nobody with the address, and none of somebody else", async () => {
        const auth = getContainer().resolve(Modules.AUTH)
        const register = async (email: string) => {
          const request = { url: "", headers: {}, query: {}, body: { email, password: "half made" }, protocol: "https" }
          return (await auth.register("emailpass", request)).authIdentity?.id ?? ""
        }
        const accept = async (token: string) => (await post("/auth/invitations/accept", { token, password: "correct horse" })).data.code
        const half = await invite()
        const begun = await register(half.email)
        expect(await withoutTable(getContainer(), "audit_entry", () => accept(half.token))).toBe("unknown_error")
        expect((await signIn(half.email, "correct horse")).status).toBe(401)
        expect(await accept(half.token)).toBeUndefined()
        expect(await asEmployee((await signIn(half.email, "correct horse")).data.token)).toMatchObject({
          data: { employee: { id: half.id } },
        })
        expect(await auth.listAuthIdentities({ id: [begun] })).toEqual([])

        const taken = await invite()
        await auth.updateAuthIdentities({ id: await register(taken.email), app_metadata: { user_id: "user_of_the_supplier" } })
        expect(await accept(taken.token)).toBe("employee_email_taken")
      })

      it("keeps its secret out of the database", async () => {
        const { token, email } = await invite()
        const [invitations, notifications] = [
          await db()("invitation"),
          await getContainer().resolve(Modules.NOTIFICATION).listNotifications(),
        ]
        expect(JSON.stringify([invitations, notifications])).not.toContain(token)
        expect(notifications).toMatchObject([{ to: email, template: "invitation", status: "success" }])
      })
    })

    describe("a second factor", () => {
      it("is asked for by a link too: the token of the answer opens nothing until it is given", async () => {
        const employee = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id, email: newAddress() })
        const [identity] = await getContainer()
          .resolve(Modules.AUTH)
          .listProviderIdentities({ entity_id: employee.email, provider: "emailpass" })
        // By SQL, since the test server has no key to encrypt the secret of a factor with.
        await db()("auth_mfa_factor").insert({
          id: "authmfa_1",
          auth_identity_id: identity?.auth_identity_id,
          provider: "totp",
          status: "enabled",
        })
        await post("/auth/password/forgotten", { email: employee.email })
        const token = tokenIn(await mailTo(mails, employee.email, "/new-password#token="))
        const reset = await post("/auth/password/reset", { token, password: "another horse" })
        expect(reset).toMatchObject({ status: 200, data: { mfa_required: true, mfa_challenge: { methods: ["totp"] } } })
        expect((await asEmployee(reset.data.token)).status).toBe(401)
      })
    })

    describe("a forgotten password", () => {
      it("is answered alike for any address, and mailed to an active person only", async () => {
        const employee = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id, email: newAddress() })
        const ask = (email: string) => post("/auth/password/forgotten", { email })
        // The one who gets a mail is asked for last: once it is there, those of the others would be.
        const answers = [await ask("nobody@dealer.test"), await ask(world.people.blocked.email), await ask(employee.email.toUpperCase())]
        expect(answers).toEqual(Array(3).fill({ status: 202, data: {} }))
        await mailTo(mails, employee.email, "/new-password#token=")
        expect(mailsTo(mails, "nobody@dealer.test")).toEqual([])
        expect(mailsTo(mails, world.people.blocked.email)).toEqual([])
      })

      it("is replaced by the link, which ends every session of before and works once", async () => {
        const employee = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id, email: newAddress() })
        const before = (await signIn(employee.email, employee.password)).data.token
        await post("/auth/password/forgotten", { email: employee.email })
        const token = tokenIn(await mailTo(mails, employee.email, "/new-password#token="))
        // A token names whole seconds: the one of before must be of an earlier one to be told apart.
        await new Promise((resolve) => setTimeout(resolve, 1100))
        const reset = await post("/auth/password/reset", { token, password: "another horse" })
        expect((await asEmployee(reset.data.token)).status).toBe(200)
        expect(await asEmployee(before)).toMatchObject({ status: 401, data: { code: "token_withdrawn" } })
        expect((await signIn(employee.email, employee.password)).status).toBe(401)
        expect((await signIn(employee.email, "another horse")).status).toBe(200)
        expect((await post("/auth/password/reset", { token, password: "third horse" })).data.code).toBe("token_invalid")
      })

      it("has no other way: Medusa's own routes are closed to dealers, and a weak password is refused", async () => {
        for (const path of ["reset-password", "update"]) {
          expect(await post(`/auth/customer/emailpass/${path}`, { identifier: "a@b.test" })).toMatchObject({
            status: 404,
            data: { code: "route_closed" },
          })
        }
        expect((await post("/auth/password/reset", { token: "x", password: "short" })).status).toBe(400)
        expect((await post("/auth/password/reset", { token: "x", password: "long enough", email: "a@b.test" })).status).toBe(400)
      })
    })

    describe("attempts", () => {
      it("to sign in to one account are limited by address, whatever a header says, for known and unknown alike", async () => {
        for (const email of [world.people.child.email, "nobody@dealer.test"]) {
          const answers = await Promise.all(
            Array.from({ length: 21 }, (_, n) =>
              post("/auth/customer/emailpass", { email, password: "wrong horse" }, { "x-forwarded-for": `10.0.0.${n}` })
            )
          )
          const statuses = answers.map(({ status }) => status)
          expect({ email, refused: statuses.filter((status) => status === 401).length }).toEqual({ email, refused: 20 })
          expect(answers.find(({ status }) => status === 429)?.data.code).toBe("too_many_attempts")
        }
        await db().raw(`update rate_limit set expire = 0`)
        expect((await signIn("nobody@dealer.test", "wrong horse")).status).toBe(401)
      })

      it("of a stranger keep nobody out of his account, until they come from many addresses", async () => {
        const { email, password } = await createEmployee(getContainer(), { legal_entity_id: world.entities.child.id, email: newAddress() })
        const from = async (address: string, secret = password) =>
          (await post("/auth/customer/emailpass", { email, password: secret }, { "x-forwarded-for": address })).status
        process.env.KONTOR_TRUSTED_PROXIES = "1"
        try {
          const strangers = await Promise.all(Array.from({ length: 25 }, () => from("10.0.2.1", "wrong horse")))
          expect(strangers.filter((status) => status === 429)).toHaveLength(5)
          expect(await from("10.0.2.2")).toBe(200)
          // So far 21 attempts count against the account: those that the address had no right to do not.
          await db().raw(`update rate_limit set points = points + 178 where key like '%:account:%' and points = 21`)
          expect(await from("10.0.2.3")).toBe(200)
          expect(await from("10.0.2.4")).toBe(429)
        } finally {
          delete process.env.KONTOR_TRUSTED_PROXIES
        }
      })

      it("with links are limited by address, and to ask for one by account", async () => {
        // Nobody becomes another by what he writes into a header.
        const guess = (n: number) =>
          post("/auth/invitations/accept", { token: `guess-${n}`, password: "correct horse" }, { "x-forwarded-for": `10.0.1.${n}` })
        const guesses = await Promise.all(Array.from({ length: 31 }, (_, n) => guess(n)))
        expect(guesses.filter(({ status }) => status === 429)).toHaveLength(1)
        const asked = await Promise.all(Array.from({ length: 6 }, () => post("/auth/password/forgotten", { email: "nobody@dealer.test" })))
        expect(asked.map(({ status }) => status).sort()).toEqual([202, 202, 202, 202, 202, 429])
      })
    })
  },
})
