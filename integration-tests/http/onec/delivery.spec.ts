import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { ZipFile } from "yazl"
import importUnprompted from "../../../src/plugins/onec/src/jobs/import-unprompted"
import sweepSessions from "../../../src/plugins/onec/src/jobs/sweep-sessions"
import { type ClientKind, runFull } from "../../../src/plugins/onec/src/emulator"
import { onecOf, TestSession } from "./exchange-client"
import { DRILL, HAMMER, importXml, offersXml, ordersXml } from "./packages"

const dataDir = mkdtempSync(join(tmpdir(), "kontor-onec-"))
process.env.KONTOR_DATA_DIR = dataDir
const spool = join(dataDir, "spool", "onec")

/** The smallest PNG: one transparent pixel. */
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64")

jest.setTimeout(120_000)

interface Tally {
  created: number
  updated: number
  deleted: number
}

interface Row {
  [column: string]: unknown
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const baseUrl = () => String(api.defaults.baseURL)
    let account: { login: string; secret: string }
    const open = (type = "catalog") => TestSession.open(baseUrl(), account, type)
    const products = () =>
      getContainer()
        .resolve(Modules.PRODUCT)
        .listProducts({}, { relations: ["variants"], order: { title: "ASC" } })
    const sql = async (text: string): Promise<Row[]> =>
      (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text)).rows
    const runs = () => sql("select filename, state, counts, error_code from exchange_run order by started_at")
    const fallSilent = () => sql("update onec_session set last_seen_at = now() - interval '2 minutes'")

    beforeEach(async () => {
      account = { login: "1c", ...(await onecOf(getContainer()).createAccount({ login: "1c", source: "main" })) }
    })
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

    const deliver = async (session: TestSession, filename: string, content: string | Buffer) => {
      expect((await session.file(filename, content)).body).toBe("success")
      return await session.import(filename)
    }

    describe("a delivered catalogue", () => {
      it("is in the database when 1C reads success, and a second delivery writes nothing", async () => {
        const first = await open()
        expect((await deliver(first, "import0_1.xml", importXml([DRILL, HAMMER]))).body).toBe("success")
        expect((await deliver(await open(), "offers0_1.xml", offersXml([DRILL, HAMMER]))).body).toBe("success")
        expect((await products()).map(({ title, variants }) => [title, variants.length])).toEqual([
          ["Дрель", 1],
          ["Молоток", 1],
        ])
        expect(await sql("select amount::text from type_price order by type_price.amount")).toEqual([
          { amount: "300.000000" },
          { amount: "1200.500000" },
        ])
        const again = await open()
        expect((await deliver(again, "import0_1.xml", importXml([DRILL, HAMMER]))).body).toBe("success")
        expect((await runs())[2]).toMatchObject({
          state: "done",
          counts: { products: { received: 2, created: 0, updated: 0, unchanged: 2 } },
        })
      })

      it("asked for again after it is done is a success, and is not loaded again", async () => {
        const session = await open()
        await deliver(session, "import0_1.xml", importXml([DRILL]))
        expect((await session.command("import", { filename: "import0_1.xml" })).body).toBe("success")
        expect(await runs()).toHaveLength(1)
      })

      it("in pieces of any size is one catalogue", async () => {
        const session = await open()
        const whole = Buffer.from(importXml([DRILL, HAMMER]))
        for (let at = 0; at < whole.length; at += 333) {
          expect((await session.file("import0_1.xml", whole.subarray(at, at + 333))).body).toBe("success")
        }
        expect((await session.import("import0_1.xml")).body).toBe("success")
        expect(await products()).toHaveLength(2)
      })

      it("from two sessions at once ends as if they had come one after the other", async () => {
        const [first, second] = await Promise.all([open(), open()])
        const answers = await Promise.all([
          deliver(first, "import0_1.xml", importXml([DRILL, HAMMER])),
          deliver(second, "import0_1.xml", importXml([HAMMER, DRILL])),
        ])
        expect(answers.map(({ body }) => body)).toEqual(["success", "success"])
        expect(await products()).toHaveLength(2)
      })

      it("that is cut is a failure with its reason, leaves nothing, and is taken when sent whole", async () => {
        const session = await open()
        const whole = Buffer.from(importXml([DRILL, HAMMER]))
        const answer = await deliver(session, "import0_1.xml", whole.subarray(0, whole.length - 40))
        expect(answer.body).toMatch(/^failure\nxml_cut: [^\n]+$/)
        expect(await products()).toEqual([])
        expect((await deliver(session, "import0_1.xml", whole)).body).toBe("success")
        expect(await products()).toHaveLength(2)
      })

      it("with broken XML, a wrong encoding or a foreign root is a failure with a code of its own", async () => {
        const cases: [string, string | Buffer, string][] = [
          ["a.xml", "<?xml version='1.0'?><КоммерческаяИнформация><Каталог></Товар>", "xml_malformed"],
          [
            "b.xml",
            Buffer.from('<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация>\xC4</КоммерческаяИнформация>', "latin1"),
            "encoding_invalid",
          ],
          ["c.xml", "<?xml version='1.0'?><html></html>", "root_unknown"],
          ["d.xml", "plainly not XML", "format_unknown"],
        ]
        for (const [filename, content, code] of cases) {
          expect((await deliver(await open(), filename, content)).body).toMatch(new RegExp(`^failure\\n${code}: `))
        }
        expect(await products()).toEqual([])
      })
    })

    describe("an archive", () => {
      const zipOf = async (files: Record<string, Buffer | string>) => {
        const zip = new ZipFile()
        Object.entries(files).forEach(([name, content]) => zip.addBuffer(Buffer.from(content), name))
        zip.end()
        return await buffer(zip.outputStream)
      }

      it("is unpacked when one of its files is asked for, its images with it", async () => {
        const session = await open()
        const image = "import_files/aa/drill.png"
        const archive = await zipOf({
          "import0_1.xml": importXml([{ ...DRILL, image }]),
          "offers0_1.xml": offersXml([DRILL]),
          [image]: PNG,
        })
        await session.file("v8_1.zip", archive.subarray(0, 500))
        await session.file("v8_1.zip", archive.subarray(500))
        expect((await session.import("import0_1.xml")).body).toBe("success")
        expect((await session.import("offers0_1.xml")).body).toBe("success")
        const [drill] = await products()
        expect(drill?.thumbnail).toMatch(/\.png$/)
        const files = await onecOf(getContainer()).listOnecFiles({})
        expect(files.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
          "import0_1.xml registered",
          `${image} stored`,
          "offers0_1.xml registered",
          "v8_1.zip unpacked",
        ])
        expect(readdirSync(join(spool, session.sessid)).map((name) => name.split(".")[1])).toEqual(["xml", "xml"])
      })

      it("asked for by its own name has all its packages imported, those first that others refer to", async () => {
        const session = await open()
        await session.file("v8_1.zip", await zipOf({ "offers0_1.xml": offersXml([DRILL]), "import0_1.xml": importXml([DRILL]) }))
        expect((await session.import("v8_1.zip")).body).toBe("success")
        expect((await runs()).map(({ filename }) => filename)).toEqual(["import0_1.xml", "offers0_1.xml"])
      })

      it("may keep its files in a folder that nobody names", async () => {
        const session = await open()
        const archive = await zipOf({
          "webdata/goods/import0_1.xml": importXml([{ ...DRILL, image: "import_files\\aa\\drill.png" }]),
          "webdata/goods/import_files/aa/drill.png": PNG,
        })
        await session.file("v8_1.zip", archive)
        expect((await session.import("import0_1.xml")).body).toBe("success")
        expect((await products()).map(({ thumbnail }) => Boolean(thumbnail))).toEqual([true])
        expect((await session.import("offers0_1.xml")).body).toMatch(/^failure\nfile_not_found: /)
      })

      it("with several packages of one name is not guessed at", async () => {
        const session = await open()
        await session.file("v8_1.zip", await zipOf({ "1/import.xml": importXml([DRILL]), "2/import.xml": importXml([HAMMER]) }))
        expect((await session.import("import.xml")).body).toMatch(/^failure\nfile_not_found: /)
        expect((await session.import("2/import.xml")).body).toBe("success")
        expect(await products()).toHaveLength(1)
      })

      it("that is a bomb, or no archive, is a failure, and frees the disk", async () => {
        const bomb = await open()
        await bomb.file("v8_1.zip", await zipOf({ "import0_1.xml": Buffer.alloc(64 * 1024 * 1024) }))
        expect((await bomb.import("import0_1.xml")).body).toMatch(/^failure\narchive_suspicious: /)
        const broken = await open()
        await broken.file("v8_1.zip", "this is no archive, whatever its name says")
        expect((await broken.import("import0_1.xml")).body).toMatch(/^failure\narchive_broken: /)
        expect([...readdirSync(join(spool, bomb.sessid)), ...readdirSync(join(spool, broken.sessid))]).toEqual([])
      })
    })

    describe("an image", () => {
      it("comes to its product, and one that is no image is refused without failing the package", async () => {
        const session = await open()
        await session.file("import_files/aa/drill.html", PNG)
        await session.file("import_files/aa/fake.jpg", "no picture at all")
        expect((await session.file("import_files/aa/scan.bmp", "BM")).body).toBe("success")
        const items = [
          { ...DRILL, image: "import_files/aa/drill.html" },
          { ...HAMMER, image: "import_files/aa/fake.jpg" },
        ]
        expect((await deliver(session, "import0_1.xml", importXml(items))).body).toBe("success")
        // Under the name that it came with a browser would take it for a page.
        expect((await products()).map(({ thumbnail }) => thumbnail)).toEqual([expect.stringMatching(/\.png$/), null])
        const files = await onecOf(getContainer()).listOnecFiles({})
        const refused = files.filter(({ state }) => state === "refused").map(({ name }) => name)
        expect(refused.sort()).toEqual(["import_files/aa/fake.jpg", "import_files/aa/scan.bmp"])
      })
    })

    describe("orders", () => {
      it("are an empty document while there are none, and their confirmation is a success", async () => {
        const session = await open("sale")
        const answer = await session.command("query")
        expect(answer.body).toMatch(/^<\?xml [^]*<КоммерческаяИнформация [^>]*\/?>/)
        expect(answer.body).not.toContain("<Документ>")
        expect(answer.headers["content-type"]).toBe("application/xml; charset=utf-8")
        expect((await session.command("success")).body).toBe("success")
      })

      it("that come back from a client that names no version are imported with their last piece, unasked", async () => {
        const session = await open("sale")
        const whole = Buffer.from(ordersXml([{ number: "K000001", status: "К отгрузке" }]))
        expect((await session.file("orders-1_1.xml", whole.subarray(0, 200))).body).toBe("success")
        expect(await runs()).toEqual([])
        expect((await session.file("orders-1_1.xml", whole.subarray(200))).body).toBe("success")
        expect(await runs()).toMatchObject([{ filename: "orders-1_1.xml", state: "done" }])
        expect((await session.import("orders-1_1.xml")).body).toBe("success")
        expect(await runs()).toHaveLength(1)
      })

      it("that come back from a client that names a version wait for its import", async () => {
        const session = await open("sale")
        await session.command("init", { version: "3.1" })
        await session.file("documents_1_1_x.xml", ordersXml([{ number: "K000001", status: "К отгрузке" }]))
        expect(await runs()).toEqual([])
        expect((await session.import("documents_1_1_x.xml")).body).toBe("success")
      })

      it("that cannot be read are a failure at once", async () => {
        const session = await open("sale")
        const broken = ordersXml([{ number: "K000001", status: "К отгрузке" }]).replace("</Номер>", "</Nomer>")
        expect((await session.file("orders-1_1.xml", broken)).body).toMatch(/^failure\nxml_malformed: /)
      })
    })

    describe("a supplier of sixty products", () => {
      it.each<ClientKind>(["a", "b", "b3"])("sent by client %s arrives whole, and a second time writes nothing", async (client) => {
        const basePath = join(dataDir, "emulator.json")
        const config = { products: 60, priceTypes: 3, entities: 5, warehouses: 2, portion: 25, basePath }
        const connection = { url: `${baseUrl()}/exchange/1c`, login: "1c", password: account.secret, client, pieceBytes: 20_000 }
        await runFull(config, connection)
        const first = await runs()
        expect(first.filter(({ state }) => state !== "done")).toEqual([])
        expect(await products()).toHaveLength(60)
        expect(await sql("select count(*)::int as contracts from contract")).toEqual([{ contracts: 5 }])
        await runFull(config, connection)
        const written = (await runs()).slice(first.length).flatMap(({ counts }) => Object.entries(counts as Record<string, Tally>))
        expect(written.filter(([, { created, updated, deleted }]) => created + updated + deleted > 0)).toEqual([])
      })
    })

    describe("files nobody asks to import", () => {
      it("are imported once their session is silent, in the order in which they refer to each other", async () => {
        const session = await open()
        await session.file("offers0_1.xml", offersXml([DRILL]))
        await session.file("import0_1.xml", importXml([DRILL]))
        await importUnprompted(getContainer())
        expect(await runs()).toEqual([])
        await fallSilent()
        await importUnprompted(getContainer())
        expect((await runs()).map(({ filename, state }) => [filename, state])).toEqual([
          ["import0_1.xml", "done"],
          ["offers0_1.xml", "done"],
        ])
        await importUnprompted(getContainer())
        expect(await runs()).toHaveLength(2)
      })

      it("that cannot be read do not hold up the others, and are in the log", async () => {
        const session = await open()
        await session.file("import0_1.xml", importXml([DRILL]).slice(0, 100))
        await session.file("offers0_1.xml", offersXml([DRILL]))
        await fallSilent()
        await importUnprompted(getContainer())
        expect((await runs()).map(({ filename, state, error_code }) => [filename, state, error_code])).toEqual([
          ["import0_1.xml", "failed", "xml_cut"],
          ["offers0_1.xml", "done", null],
        ])
      })

      it("leave no session open when they are dealt with", async () => {
        const session = await open()
        await deliver(session, "import0_1.xml", importXml([DRILL]))
        await sql("update onec_session set last_seen_at = now() - interval '3 hours'")
        await sweepSessions(getContainer())
        expect(await sql("select state from onec_session")).toEqual([{ state: "closed" }])
        expect((await session.command("init")).body).toMatch(/^failure\nsession_unknown: /)
      })
    })
  },
})
