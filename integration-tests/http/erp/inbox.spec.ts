import { randomUUID } from "node:crypto"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { ErpPackageError, type ErpAdapter, type ErpOrderState, type ErpRecord, type InboxEntry, type SpooledFile } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import sweepErpInbox from "../../../src/jobs/sweep-erp-inbox"
import { ERP_MODULE } from "../../../src/modules/erp"
import type ErpModuleService from "../../../src/modules/erp/service"
import { loadNextFile } from "../../../src/workflows/erp/load-next-file"
import { processInboxWorkflow } from "../../../src/workflows/erp/process-inbox"
import { storeAttachmentWorkflow } from "../../../src/workflows/erp/store-attachment"
import { catalogRecords } from "../../helpers/create-catalog"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords } from "../../helpers/load-records"
import { packageAt } from "../../helpers/reserving"

jest.setTimeout(300_000)

const SOURCE = "inbox-erp"
const drill = { id: "p1", name: "Дрель", article: "DR-1", prices: { retail: "100" }, product: { images: ["import_files/1.png"] } }
const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")

/** An adapter whose reading a test directs, by file name. */
class DirectedAdapter implements ErpAdapter {
  readonly readings = new Map<string, (file: SpooledFile) => AsyncIterable<ErpRecord[]>>()

  read(file: SpooledFile): AsyncIterable<ErpRecord[]> {
    const reading = this.readings.get(file.filename)
    if (!reading) {
      throw new ErpPackageError("root_unknown", `Nothing is known of ${file.filename}.`)
    }
    return reading(file)
  }
}

async function* inOneBatch(records: ErpRecord[]): AsyncGenerator<ErpRecord[]> {
  yield records
}

medusaIntegrationTestRunner({
  testSuite: ({ getContainer, api }) => {
    let folder: string
    let adapter: DirectedAdapter
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const erp = () => getContainer().resolve<ErpModuleService>(ERP_MODULE)
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => ((await db().raw(sql)) as { rows: Row[] }).rows
    const products = async () => (await rowsOf(`select from product`)).length

    /** Puts a file into the inbox without the event, so that the test says when it is applied. */
    const waiting = async (filename: string, reading: (file: SpooledFile) => AsyncIterable<ErpRecord[]>): Promise<string> => {
      adapter.readings.set(filename, reading)
      const path = join(folder, `${randomUUID()}.xml`)
      await writeFile(path, filename)
      const entry = { source: SOURCE, adapter: "directed", filename, path, bytes: 1, sha256: randomUUID(), received_at: new Date() }
      return (await erp().createErpInboxes(entry)).id
    }
    const process = async (id: string): Promise<InboxEntry> => {
      const { result } = await processInboxWorkflow(getContainer()).run({ input: { inbox_id: id } })
      return result
    }

    beforeEach(async () => {
      folder = await mkdtemp(join(tmpdir(), "kontor-inbox-"))
      adapter = new DirectedAdapter()
      jest.spyOn(erp(), "adapter").mockReturnValue(adapter)
    })
    afterEach(async () => {
      jest.restoreAllMocks()
      await rm(folder, { recursive: true, force: true })
    })

    describe("a delivered file", () => {
      it("is one entry however often the same session delivers it", async () => {
        adapter.readings.set("import0_1.xml", () => inOneBatch(catalogRecords([drill])))
        const path = join(folder, "import0_1.xml")
        await writeFile(path, "content")
        const file = { source: SOURCE, adapter: "directed", path, filename: "import0_1.xml", session_id: "s1" }
        const [first, second] = await Promise.all([erp().receiveFile(file), erp().receiveFile(file)])
        expect(second.id).toBe(first.id)
        expect((await erp().findInboxEntry("s1", "import0_1.xml"))?.id).toBe(first.id)
        expect(await process(first.id)).toMatchObject({ state: "done" })
      })

      it("is applied, and its run tells what was done", async () => {
        const id = await waiting("import0_1.xml", () => inOneBatch(catalogRecords([drill])))
        expect(await process(id)).toMatchObject({ id, state: "done", error_code: null })
        const staff = await createStaffSession(getContainer())
        const list = await api.get("/admin/exchange-runs?direction=in&state=done&kind=import", staff)
        expect(list.data).toMatchObject({ count: 1, exchange_runs: [{ filename: "import0_1.xml", counts: { products: { created: 1 } } }] })
        const card = await api.get(`/admin/exchange-runs/${list.data.exchange_runs[0].id}`, staff)
        expect(card.data.exchange_run).toMatchObject({ formed_at: "2026-01-31T10:00:00", issues: [] })
      })

      it("is announced with what it brought, so that nobody has to look for it", async () => {
        const emit = jest.spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
        const firm: ErpRecord = { kind: "legal_entity", external_id: "le1", is_deleted: false, name: "Ромашка", inn: "7707083893" }
        const id = await waiting("partners.xml", () => inOneBatch([firm]))
        await process(id)
        const goods = await waiting("import0_1.xml", () => inOneBatch(catalogRecords([drill])))
        await process(goods)
        const told = emit.mock.calls.map(([event]) => event).filter((event) => "name" in event && event.name === "erp.package_applied")
        expect(told).toMatchObject([
          { data: { id, source: SOURCE, kinds: expect.arrayContaining(["legal_entities"]) } },
          { data: { id: goods, kinds: expect.not.arrayContaining(["legal_entities"]) } },
        ])
      })

      it("is refused whole when it turns out to be cut, and nothing of it stays", async () => {
        const id = await waiting("cut.xml", async function* () {
          yield catalogRecords([drill])
          throw new ErpPackageError("xml_cut", "The file ends in the middle of a product.")
        })
        expect(await process(id)).toMatchObject({ state: "failed", error_code: "xml_cut" })
        expect(await products()).toBe(0)
        const runs = await rowsOf(`select state, error_code, counts from exchange_run`)
        expect(runs).toEqual([{ state: "failed", error_code: "xml_cut", counts: null }])
      })

      it("does not hold up those behind it, and they are applied in the order in which they came", async () => {
        const order: string[] = []
        const noting = (name: string) =>
          async function* () {
            order.push(name)
            yield []
          }
        await waiting("1.xml", noting("1"))
        await waiting("broken.xml", () => {
          throw new ErpPackageError("xml_malformed", "Not XML.")
        })
        const last = await waiting("3.xml", noting("3"))
        expect(await process(last)).toMatchObject({ state: "done" })
        expect(order).toEqual(["1", "3"])
      })

      it("can be loaded again by a person, unless it is gone", async () => {
        const id = await waiting("later.xml", () => {
          throw new ErpPackageError("root_unknown", "Unknown root.")
        })
        await process(id)
        const staff = await createStaffSession(getContainer())
        const [run] = await rowsOf<{ id: string; path: string }>(
          `select r.id, i.path from exchange_run r join erp_inbox i on i.id = r.inbox_id`
        )
        adapter.readings.set("later.xml", () => inOneBatch(catalogRecords([drill])))
        const retried = await api.post(`/admin/exchange-runs/${run?.id}/retry`, {}, staff)
        expect(retried.data).toEqual({ inbox_id: id })
        expect(await process(id)).toMatchObject({ state: "done" })
        await rm(run?.path ?? "")
        const refused = await api
          .post(`/admin/exchange-runs/${run?.id}/retry`, {}, staff)
          .catch((error: { response: unknown }) => error.response)
        expect(refused).toMatchObject({ status: 400, data: { code: "file_missing" } })
      })
    })

    describe("two processors", () => {
      // Fails when lockSource is made to answer true: both then read at once.
      it("never load packages of one source at the same time", async () => {
        let reading = 0
        let atOnce = 0
        const slow = async function* () {
          atOnce = Math.max(atOnce, ++reading)
          await sleep(300)
          reading -= 1
          yield []
        }
        await waiting("a.xml", slow)
        await waiting("b.xml", slow)
        const outcomes = await Promise.all([loadNextFile(getContainer(), SOURCE), loadNextFile(getContainer(), SOURCE)])
        expect(outcomes.map((outcome) => outcome.state).sort()).toEqual(["busy", "done"])
        expect(atOnce).toBe(1)
      })
    })

    describe("a processor that dies in the middle", () => {
      it("leaves nothing behind, and the file is applied when it is taken up again", async () => {
        let attempts = 0
        const id = await waiting("import0_1.xml", async function* () {
          attempts += 1
          yield catalogRecords([drill])
          if (attempts === 1) {
            await db().raw(
              `select pg_terminate_backend(pid) from pg_stat_activity
               where pid <> pg_backend_pid() and datname = current_database() and state = 'idle in transaction'`
            )
          }
        })
        expect(await loadNextFile(getContainer(), SOURCE)).toMatchObject({ state: "retry", attempts: 1 })
        expect(await products()).toBe(0)
        expect(await process(id)).toMatchObject({ state: "done" })
        expect(attempts).toBe(2)
        expect(await rowsOf(`select state from exchange_run order by started_at`)).toEqual([{ state: "failed" }, { state: "done" }])
      })

      it("is noticed by the sweep, which closes its run and loads the file", async () => {
        const id = await waiting("import0_1.xml", () => inOneBatch(catalogRecords([drill])))
        await db().raw(
          `insert into exchange_run (id, source, direction, kind, inbox_id, state, started_at) values ('xrun_dead', :source, 'in', 'import', :id, 'running', now())`,
          { source: SOURCE, id }
        )
        await db().raw(
          `update erp_inbox set state = 'running', attempts = 1, run_id = 'xrun_dead', received_at = now() - interval '1 minute' where id = :id`,
          { id }
        )
        await sweepErpInbox(getContainer())
        expect(await process(id)).toMatchObject({ state: "done" })
        expect(await rowsOf(`select error_code from exchange_run where id = 'xrun_dead'`)).toEqual([{ error_code: "interrupted" }])
      })

      it("gives up after five attempts", async () => {
        const id = await waiting("import0_1.xml", () => {
          throw new Error("The disk is full.")
        })
        await db().raw(`update erp_inbox set attempts = 4 where id = :id`, { id })
        expect(await process(id)).toMatchObject({ state: "failed", error_code: "load_failed", error_message: "The disk is full." })
      })
    })

    describe("an image", () => {
      const store = (path: string, content: Buffer) =>
        storeAttachmentWorkflow(getContainer()).run({ input: { source: "test-erp", path, content, mime_type: "image/png" } })

      it("hangs on the products that refer to its path, whether it comes before or after them", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        const { result } = await store("import_files/1.png", PNG)
        const shown = () =>
          rowsOf(
            `select p.thumbnail, e.thumbnail as listed, i.url from product p join catalog_entry e on e.product_id = p.id join image i on i.product_id = p.id`
          )
        expect(await shown()).toEqual([{ thumbnail: result.url, listed: result.url, url: result.url }])
        const other = { ...drill, id: "p2", article: "DR-2" }
        await loadRecords(getContainer(), catalogRecords([drill, other]))
        expect(await shown()).toHaveLength(2)
      })

      it("of the same content is stored once, and a new one takes the place of the old", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        const first = await store("import_files/1.png", PNG)
        const copy = await store("import_files/copy.png", PNG)
        expect(copy.result.url).toBe(first.result.url)
        const second = await store("import_files/1.png", Buffer.concat([PNG, PNG]))
        expect(await rowsOf(`select thumbnail from product`)).toEqual([{ thumbnail: second.result.url }])
        expect(await rowsOf(`select url from image`)).toEqual([{ url: second.result.url }])
      })

      it("is refused when its content is no image", async () => {
        await expect(store("import_files/1.png", Buffer.from("<?php"))).rejects.toMatchObject({
          type: MedusaError.Types.INVALID_DATA,
          code: "image_unknown",
        })
        expect(await rowsOf(`select from erp_file`)).toHaveLength(0)
      })
    })

    describe("what the ERP says of an order", () => {
      const state: ErpOrderState = {
        kind: "order_state", external_id: "o1", number: "K1", erp_number: "УТ-7", erp_date: "2026-01-31", status: "К отгрузке", is_posted: true, is_cancelled: false,
        paid_on: null, shipped_on: null, total: null, currency_code: null, lines: [],
      } // prettier-ignore

      beforeEach(async () => {
        await db().raw(`insert into "order" (id, status, currency_code, display_id) values ('order_1', 'pending', 'rub', 1)`)
        await db().raw(`insert into erp_outbox (id, subject_id, number, state) values ('outb_1', 'order_1', 'K1', 'sent')`)
      })

      it("is told with for whom it is and how far the exchange has got, and 404 of none", async () => {
        const staff = await createStaffSession(getContainer())
        const none = await api.get("/admin/orders/order_none/exchange", staff).catch((error: { response: unknown }) => error.response)
        expect(none).toMatchObject({ status: 404 })
        await loadRecords(getContainer(), [state, { ...state, number: "K9", external_id: null }])
        const { data } = await api.get("/admin/orders/order_1/exchange", staff)
        expect(data).toMatchObject({
          legal_entity: null,
          outbox: { number: "K1", state: "confirmed" },
          order_state: { status: "К отгрузке", erp_number: "УТ-7" },
        })
        expect(await rowsOf(`select code, subject from exchange_run_issue`)).toEqual([{ code: "order_unknown", subject: "K9" }])
        const again = await loadRecords(getContainer(), [state])
        expect(again.written).toEqual({})
      })

      it("is its newest word; one of a clock that ran ahead gives way to any", async () => {
        const after = async (formed_at: string, status: string) => {
          await loadRecords(getContainer(), [packageAt(formed_at), { ...state, status }])
          return rowsOf(`select status from order_state`)
        }
        expect(await after("2026-02-03T10:00:00", "К обеспечению")).toEqual([{ status: "К обеспечению" }])
        expect(await after("2026-02-02T10:00:00", "На согласовании")).toEqual([{ status: "К обеспечению" }])
        expect(await after("2099-01-01T10:00:00", "К отгрузке")).toEqual([{ status: "К отгрузке" }])
        expect(await after("2026-02-04T10:00:00", "Закрыт")).toEqual([{ status: "Закрыт" }])
      })
    })
  },
})
