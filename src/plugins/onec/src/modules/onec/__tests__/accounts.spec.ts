import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { join } from "node:path"
import { ONEC_MODULE } from ".."
import type OnecModuleService from "../service"

const NOW = new Date("2026-01-31T10:00:00Z")
const ip = "10.0.0.1"

jest.setTimeout(60_000)

moduleIntegrationTestRunner<OnecModuleService>({
  moduleName: ONEC_MODULE,
  resolve: join(__dirname, ".."),
  pathToMigrations: join(__dirname, "..", "migrations"),
  moduleOptions: { spoolDir: "/nowhere" },
  testSuite: ({ service, MikroOrmWrapper }) => {
    const sql = (text: string) => MikroOrmWrapper.forkManager().getConnection().execute(text)
    const makeAccount = (login = "1c") => service.createAccount({ login, source: "main" })

    describe("an exchange account", () => {
      it("shows its secret once and keeps only a hash", async () => {
        const { account, secret } = await makeAccount()
        expect(account.secret_hash).toMatch(/^scrypt\$/)
        const [row] = await sql("select * from onec_account")
        expect(JSON.stringify(row)).not.toContain(secret)
      })

      it("takes a secret of twelve characters, and none of eleven", async () => {
        await expect(service.createAccount({ login: "a", source: "main", secret: "12345678901" })).rejects.toThrow(
          /has 11 characters; 12 are the least/
        )
        expect((await service.createAccount({ login: "a", source: "main", secret: "123456789012" })).secret).toBe("123456789012")
      })

      it("has a login of its own", async () => {
        await makeAccount()
        await expect(makeAccount()).rejects.toThrow(/with the login "1c" exists already/)
      })

      it("signs in with its secret", async () => {
        const { account, secret } = await makeAccount()
        expect(await service.signIn({ login: "1c", secret, ip, now: NOW })).toMatchObject({ account: { id: account.id } })
      })

      it.each([
        ["a wrong secret", "1c", "wrong"],
        ["an unknown login", "nobody", "wrong"],
        ["a login with a wildcard", "%", "wrong"],
      ])("is refused alike for %s", async (_case, login, secret) => {
        await makeAccount()
        expect(await service.signIn({ login, secret, ip, now: NOW })).toEqual({ refusal: "auth_failed" })
      })

      it("signs nobody in once it is switched off, though its secret was just found right", async () => {
        const { account, secret } = await makeAccount()
        await service.signIn({ login: "1c", secret, ip, now: NOW })
        await service.deactivateAccount(account.id)
        expect(await service.signIn({ login: "1c", secret, ip, now: NOW })).toEqual({ refusal: "auth_failed" })
      })

      it("is blocked for one address after ten failures, with the right secret too, and free from another", async () => {
        const { account, secret } = await makeAccount("guessed")
        const tries = await Promise.all(
          Array.from({ length: 12 }, () => service.signIn({ login: "guessed", secret: "wrong", ip, now: NOW }))
        )
        expect(tries.filter((outcome) => "refusal" in outcome && outcome.refusal === "auth_failed")).toHaveLength(10)
        expect(await service.signIn({ login: "guessed", secret, ip, now: NOW })).toEqual({ refusal: "too_many_attempts" })
        const elsewhere = await service.signIn({ login: "guessed", secret, ip: "10.0.0.2", now: NOW })
        expect(elsewhere).toMatchObject({ account: { id: account.id } })
        const later = new Date(NOW.getTime() + 60_000)
        expect(await service.signIn({ login: "guessed", secret, ip, now: later })).toMatchObject({ account: { id: account.id } })
      })
    })

    describe("a session", () => {
      const open = async () => {
        const { account } = await makeAccount()
        const session = await service.openSession(account.id, "catalog", new Date())
        return { account, ...session }
      }

      it("is found by its token, with what commands need of the account", async () => {
        const { id, token, account } = await open()
        expect(await service.sessionByToken(token)).toMatchObject({
          id,
          account_id: account.id,
          login: "1c",
          source: "main",
          dialect: "auto",
        })
        expect(await service.sessionById(id)).toMatchObject({ id })
      })

      it("is not found by what the database keeps of the token", async () => {
        await open()
        const [row = {}] = await sql("select token_hash from onec_session")
        expect(await service.sessionByToken(String(row.token_hash))).toBeNull()
      })

      it("ends after two idle hours, and each use prolongs it", async () => {
        const { token } = await open()
        await sql("update onec_session set last_seen_at = now() - interval '119 minutes'")
        expect(await service.sessionByToken(token)).not.toBeNull()
        await sql("update onec_session set last_seen_at = last_seen_at - interval '119 minutes'")
        expect(await service.sessionByToken(token)).not.toBeNull()
        await sql("update onec_session set last_seen_at = now() - interval '121 minutes'")
        expect(await service.sessionByToken(token)).toBeNull()
      })

      it("ends with its account", async () => {
        const { token, account } = await open()
        await service.deactivateAccount(account.id)
        expect(await service.sessionByToken(token)).toBeNull()
      })

      it("has one writer at a time, and is free again when the writer fails or dies", async () => {
        const { id } = await open()
        await service.withLease(id, async () => {
          expect(await service.withLease(id, async () => "second")).toBeNull()
        })
        await expect(service.withLease(id, () => Promise.reject(new Error("disk")))).rejects.toThrow("disk")
        await sql("update onec_session set busy_until = now() - interval '1 second'")
        expect(await service.withLease(id, async () => "next")).toEqual({ result: "next" })
      })

      it("remembers the orders it gave out, one query after another", async () => {
        const { id } = await open()
        await service.rememberSentOrders(id, ["order_1"])
        await service.rememberSentOrders(id, ["order_2", "order_3"])
        await service.rememberSentPartners(id, ["outb_1@1"])
        await service.rememberSentPartners(id, ["outb_1@2"])
        expect(await service.sessionById(id)).toMatchObject({
          sent_order_ids: ["order_1", "order_2", "order_3"],
          sent_partners: ["outb_1@1", "outb_1@2"],
        })
      })

      it("counts what it delivered, replaced files included", async () => {
        const { id } = await open()
        const file = await service.createOnecFiles({ session_id: id, name: "a.xml", kind: "package", bytes: 2_147_483_647 })
        await service.softDeleteOnecFiles([file.id])
        await service.createOnecFiles({ session_id: id, name: "a.xml", kind: "package", bytes: 10 })
        expect(await service.sessionUsage(id)).toEqual({ files: 2, bytes: 2_147_483_657 })
      })

      it("is taken for idle only while it holds a waiting file and nobody writes", async () => {
        const { id } = await open()
        await sql("update onec_session set last_seen_at = now() - interval '61 seconds'")
        expect(await service.idleSessions(60, 10)).toEqual([])
        const file = await service.createOnecFiles({ session_id: id, name: "a.xml", kind: "package", bytes: 1 })
        expect(await service.idleSessions(60, 10)).toEqual([{ id, source: "main" }])
        expect(await service.idleSessions(62, 10)).toEqual([])
        await sql("update onec_session set busy_until = now() + interval '10 seconds'")
        expect(await service.idleSessions(60, 10)).toEqual([])
        await sql("update onec_session set busy_until = null")
        await service.updateOnecFiles({ id: file.id, state: "registered" })
        expect(await service.idleSessions(60, 10)).toEqual([])
      })

      it("is closed when it ran out with nothing waiting, and forgotten with its files a month later", async () => {
        const { id } = await open()
        const file = await service.createOnecFiles({ session_id: id, name: "a.xml", kind: "package", bytes: 1 })
        await sql("update onec_session set last_seen_at = now() - interval '3 hours'")
        expect(await service.closeSessions(120, 10)).toEqual([])
        await service.updateOnecFiles({ id: file.id, state: "registered" })
        expect(await service.closeSessions(120, 10)).toEqual([id])
        expect(await service.forgetSessions(30, 10)).toEqual([])
        await sql("update onec_session set last_seen_at = now() - interval '31 days'")
        expect(await service.forgetSessions(30, 10)).toEqual([id])
        expect(await service.listOnecFiles({ session_id: id })).toEqual([])
      })
    })
  },
})
