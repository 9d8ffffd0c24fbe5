import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"
import { basic, exchange, onecOf, TestSession } from "./exchange-client"
import { declareHuge, holdUpload, sendBroken } from "./raw-uploads"

const dataDir = mkdtempSync(join(tmpdir(), "kontor-onec-"))
process.env.KONTOR_DATA_DIR = dataDir
const spool = join(dataDir, "spool", "onec")

jest.setTimeout(120_000)

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const baseUrl = () => String(api.defaults.baseURL)
    const makeAccount = async (login = "1c") => ({ login, ...(await onecOf(getContainer()).createAccount({ login, source: "main" })) })
    const open = async (type = "catalog") => TestSession.open(baseUrl(), await makeAccount(), type)
    const filesOnDisk = (session: TestSession) => (existsSync(join(spool, session.sessid)) ? readdirSync(join(spool, session.sessid)) : [])
    const contentOf = (session: TestSession, index = 0) =>
      readFileSync(join(spool, session.sessid, filesOnDisk(session)[index] ?? "nothing"), "utf8")

    const defaults: Record<string, number | string | boolean> = {}
    const limit = (options: Record<string, number>) => Object.assign(onecOf(getContainer()).options, options)
    beforeEach(() => void Object.assign(defaults, onecOf(getContainer()).options))
    afterEach(() => void Object.assign(onecOf(getContainer()).options, defaults))
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

    describe("signing in", () => {
      it("gives a cookie, a sessid and the moment, as plain text in UTF-8", async () => {
        const { secret } = await makeAccount()
        const answer = await exchange(
          baseUrl(),
          { type: "catalog", mode: "checkauth" },
          { headers: { authorization: basic("1c", secret) } }
        )
        expect(answer.body).toMatch(/^success\nkontor_1c\n[0-9a-f]{64}\nsessid=onse_\w+\ntimestamp=\d{10}$/)
        expect([answer.status, answer.headers["content-type"]]).toEqual([200, "text/plain; charset=utf-8"])
      })

      it("with a wrong password, or none, is answered 401 and failure", async () => {
        await makeAccount()
        const wrong = await exchange(
          baseUrl(),
          { type: "catalog", mode: "checkauth" },
          { headers: { authorization: basic("1c", "wrong") } }
        )
        expect([wrong.status, wrong.body]).toEqual([401, "failure\nauth_failed: Неверное имя пользователя или пароль"])
        const none = await exchange(baseUrl(), { type: "catalog", mode: "checkauth" })
        expect([none.status, none.body]).toEqual([401, expect.stringMatching(/^failure\nauth_required: /)])
        expect(none.headers["www-authenticate"]).toContain("Basic")
      })

      it("is refused after ten failures in a minute, with the right password too", async () => {
        const { secret } = await makeAccount("guessed")
        const attempt = (word: string) =>
          exchange(baseUrl(), { type: "sale", mode: "checkauth" }, { headers: { authorization: basic("guessed", word) } })
        for (let count = 0; count < 10; count++) {
          expect((await attempt("wrong")).body).toMatch(/auth_failed/)
        }
        const answer = await attempt(secret)
        expect([answer.status, answer.body]).toEqual([401, expect.stringMatching(/^failure\ntoo_many_attempts: /)])
      })

      it("is needed for every command: by the cookie, or by the password and sessid", async () => {
        const session = await open()
        const byCookie = await exchange(baseUrl(), { type: "catalog", mode: "init" }, { headers: { cookie: session.cookie } })
        const { authorization, sessid } = session
        const bySessid = await exchange(baseUrl(), { type: "catalog", mode: "init", sessid }, { headers: { authorization } })
        expect([byCookie.body, bySessid.body]).toEqual(Array(2).fill("zip=no\nfile_limit=52428800"))
        const nameless = await exchange(baseUrl(), { type: "catalog", mode: "init" }, { headers: { authorization } })
        expect(nameless.body).toMatch(/^failure\nsession_unknown: /)
        const unproven = await exchange(baseUrl(), { type: "catalog", mode: "init", sessid })
        expect([unproven.status, unproven.word]).toEqual([401, "failure"])
      })

      it("does not give one account the session of another", async () => {
        const session = await open()
        const { secret } = await makeAccount("other")
        const answer = await exchange(
          baseUrl(),
          { type: "catalog", mode: "init" },
          { headers: { cookie: session.cookie, authorization: basic("other", secret) } }
        )
        expect(answer.body).toMatch(/^failure\nsession_unknown: /)
      })
    })

    describe("a command", () => {
      it("init has exactly two lines without a version and four with one", async () => {
        const session = await open()
        expect((await session.command("init")).body).toBe("zip=no\nfile_limit=52428800")
        const newer = await session.command("init", { version: "3.1", sessid: session.sessid })
        expect(newer.body).toBe(`zip=no\nfile_limit=52428800\nsessid=${session.sessid}\nversion=2.09`)
      })

      it("that is not understood is a failure with a code, status 200 and no trace of the code behind it", async () => {
        const { cookie } = await open()
        const refusals: [Record<string, string>, string][] = [
          [{ type: "catalog", mode: "drop_tables" }, "unknown_mode"],
          [{ type: "catalog" }, "unknown_mode"],
          [{ type: "stock", mode: "init" }, "unknown_type"],
          [{ type: "get_catalog", mode: "init" }, "type_unsupported"],
          [{ type: "catalog", mode: "query" }, "mode_unsupported"],
          [{ type: "catalog", mode: "deactivate" }, "timestamp_missing"],
        ]
        for (const [query, code] of refusals) {
          const answer = await exchange(baseUrl(), query, { headers: { cookie } })
          expect([answer.status, answer.body]).toEqual([200, expect.stringMatching(new RegExp(`^failure\\n${code}: [^\\n]+$`))])
        }
      })

      it("complete is a success, and listen is answered 304 at once", async () => {
        const session = await open()
        expect((await session.command("complete")).body).toBe("success")
        const { authorization } = session
        const answer = await exchange(baseUrl(), { type: "listen" }, { headers: { authorization } })
        expect([answer.status, answer.body]).toEqual([304, ""])
      })

      it("info lists the order states as XML from its first character", async () => {
        const answer = await (await open("sale")).command("info")
        expect(answer.body).toMatch(/^<\?xml[^]*<\u0043татусы><Элемент><Ид>agreement<\/Ид>/)
        expect(answer.headers["content-type"]).toBe("application/xml; charset=utf-8")
      })
    })

    describe("a file", () => {
      it("comes in pieces, which are joined", async () => {
        const session = await open()
        for (const piece of ["<?xml ", "version=", '"1.0"?>']) {
          expect((await session.file("import0_1.xml", piece)).body).toBe("success")
        }
        expect(contentOf(session)).toBe('<?xml version="1.0"?>')
      })

      it("that is sent again from its beginning replaces the first attempt", async () => {
        const session = await open()
        await session.file("import0_1.xml", "<?xml first")
        await session.file("import0_1.xml", "<?xml again")
        expect(filesOnDisk(session)).toHaveLength(1)
        expect(contentOf(session)).toBe("<?xml again")
      })

      it("of any content type is taken as it is", async () => {
        const session = await open()
        const body = Buffer.alloc(300_000, "{")
        for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
          expect((await session.file(`${type.replace(/\W/g, "")}.json`, body, { "content-type": type })).body).toBe("success")
        }
        expect((await onecOf(getContainer()).listOnecFiles({})).map((file) => file.bytes)).toEqual([300_000, 300_000, 300_000])
      })

      it("whose piece breaks off is as long as before, so that the repeat does not double it", async () => {
        const session = await open()
        await session.file("import0_1.xml", "<?xml ")
        await sendBroken(baseUrl(), session, "import0_1.xml", "version=")
        await settled(() => contentOf(session) === "<?xml ")
        expect((await session.file("import0_1.xml", "version=")).body).toBe("success")
        expect(contentOf(session)).toBe("<?xml version=")
      })

      it("is refused while another file of its session is on the way", async () => {
        const session = await open()
        const slow = holdUpload(baseUrl(), session, "import0_1.xml")
        await settled(() => filesOnDisk(session).length === 1)
        expect((await session.file("offers0_1.xml", "<?xml")).body).toMatch(/^failure\nsession_busy: /)
        slow.destroy()
        await settled(async () => (await session.file("offers0_1.xml", "<?xml")).word === "success")
      })

      it("of one session never mixes with that of another", async () => {
        const account = await makeAccount()
        const [first, second] = await Promise.all([TestSession.open(baseUrl(), account), TestSession.open(baseUrl(), account)])
        await Promise.all([first.file("import0_1.xml", "<?xml first"), second.file("import0_1.xml", "<?xml second")])
        expect([contentOf(first), contentOf(second)]).toEqual(["<?xml first", "<?xml second"])
      })

      it("with a name that leads outside, or of a type nobody asked for, is refused and leaves nothing", async () => {
        const session = await open()
        const refusals: [string, string][] = [
          ["../../../etc/passwd.xml", "filename_invalid"],
          ["/etc/cron.d/x.xml", "filename_invalid"],
          ["..\\..\\x.xml", "filename_invalid"],
          ["x.xml\u0000.jpg", "filename_invalid"],
          [`${"a".repeat(300)}.xml`, "filename_invalid"],
          ["shell.php", "file_type_not_allowed"],
          ["", "filename_missing"],
        ]
        for (const [filename, code] of refusals) {
          expect((await session.file(filename, "<?xml")).body).toMatch(new RegExp(`^failure\\n${code}: `))
        }
        expect(filesOnDisk(session)).toEqual([])
      })

      it("that is empty, or asked for by GET, is refused", async () => {
        const session = await open()
        expect((await session.file("import0_1.xml", "")).body).toMatch(/^failure\nfile_empty: /)
        expect((await session.command("file", { filename: "import0_1.xml" })).body).toMatch(/^failure\nmethod_not_allowed: /)
        expect(filesOnDisk(session)).toEqual([])
      })
    })

    describe("a file that is too large", () => {
      it("of 2 GB by its own word is refused before it is read", async () => {
        const session = await open()
        const answer = await declareHuge(baseUrl(), session, 2 * 1024 ** 3)
        expect(answer).toMatch(/^HTTP\/1\.1 200[^]*\r\n\r\nfailure\nfile_too_large: /)
        expect(filesOnDisk(session)).toEqual([])
      })

      it("is refused while it streams, and frees the disk", async () => {
        const session = await open()
        limit({ max_file_bytes: 1_000_000 })
        const answer = await session.file("import0_1.xml", Buffer.alloc(8_000_000, "x"), { "transfer-encoding": "chunked" })
        expect(answer.body).toMatch(/^failure\nfile_too_large: [^\n]*> 1000000 B$/)
        expect(filesOnDisk(session)).toEqual([])
      })

      it("in the sum of its pieces is refused, and what was there stays", async () => {
        const session = await open()
        limit({ max_file_bytes: 10 })
        await session.file("import0_1.xml", "123456")
        expect((await session.file("import0_1.xml", "78901")).body).toMatch(/^failure\nfile_too_large: /)
        expect((await session.file("import0_1.xml", "7890")).body).toBe("success")
        expect(contentOf(session)).toBe("1234567890")
      })

      it("for its session is refused, as is one file too many", async () => {
        const session = await open()
        limit({ max_session_bytes: 10, max_session_files: 2 })
        await session.file("a.xml", "123456")
        expect((await session.file("b.xml", "78901")).body).toMatch(/^failure\nsession_too_large: /)
        await session.file("b.xml", "7")
        expect((await session.file("c.xml", "8")).body).toMatch(/^failure\ntoo_many_files: /)
      })
    })

    describe("an import", () => {
      it("of a file that was not sent is a failure, and not one for later", async () => {
        const session = await open()
        expect((await session.command("import", { filename: "import0_1.xml" })).body).toMatch(
          /^failure\nfile_not_found: [^\n]*import0_1\.xml$/
        )
        await session.file("import0_1.xml", "<?xml")
        expect((await session.command("import", { filename: "import0_1.xml" })).body).not.toMatch(/file_not_found/)
      })
    })

    describe("exchange accounts", () => {
      it("are made, listed and switched off by staff; the secret is shown once", async () => {
        const staff = await createStaffSession(getContainer())
        const made = await api.post("/admin/exchange-accounts", { login: "1c-main", source: "main" }, staff)
        expect(made.data.secret).toMatch(/^\w{24}$/)
        const session = await TestSession.open(baseUrl(), { login: "1c-main", secret: made.data.secret })
        const listed = await api.get("/admin/exchange-accounts", staff)
        expect(listed.data).toMatchObject({ count: 1, exchange_accounts: [{ login: "1c-main", dialect: "auto", is_active: true }] })
        expect(JSON.stringify(listed.data)).not.toMatch(/secret|hash|scrypt/)
        const gone = await api.delete(`/admin/exchange-accounts/${made.data.exchange_account.id}`, staff)
        expect(gone.data.exchange_account.is_active).toBe(false)
        expect((await session.command("init")).word).toBe("failure")
      })

      it("are not made with a short secret, a colon in the login or a field nobody knows", async () => {
        const staff = await createStaffSession(getContainer())
        const refusals: [object, RegExp][] = [
          [{ login: "a", source: "main", secret: "short" }, /secret/],
          [{ login: "a:b", source: "main" }, /login/],
          [{ login: "a", source: "main", is_admin: true }, /is_admin/],
        ]
        for (const [body, message] of refusals) {
          const answer = await api.post("/admin/exchange-accounts", body, { ...staff, validateStatus: () => true })
          expect([answer.status, answer.data.message]).toEqual([400, expect.stringMatching(message)])
        }
      })

      it("are closed to those who are not staff", async () => {
        expect((await api.get("/admin/exchange-accounts", { validateStatus: () => true })).status).toBe(401)
      })
    })
  },
})

/** Waits until something is so; fails the test when it is not within five seconds. */
async function settled(check: () => boolean | Promise<boolean>): Promise<void> {
  for (let count = 0; count < 100; count++) {
    if (await check()) {
      return
    }
    await sleep(50)
  }
  throw new Error("It did not come about within five seconds.")
}
