import type { Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import sharp from "sharp"
import { storeAttachmentWorkflow } from "../../../src/workflows/erp/store-attachment"
import { removeOrphanFilesWorkflow } from "../../../src/workflows/content/remove-orphan-files"
import { makeThumbnailsWorkflow } from "../../../src/workflows/images/make-thumbnails"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { answerOf } from "../../helpers/answer-of"
import { catalogRecords } from "../../helpers/create-catalog"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords } from "../../helpers/load-records"
import { keepMails, mailTo, untilMailsTo } from "../../helpers/mails"
import { createWorld, type World } from "../company/world"

jest.setTimeout(240_000)

const PATH = "/admin/content"
const mails = keepMails()
/** What the File module says of a file that it has no more. */
const GONE = /not found|ENOENT/

/** A picture that no thumbnail of 480 pixels could stand for; noise, so that it is large. */
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "red", noise: { type: "gaussian", mean: 128, sigma: 60 } } })
    .jpeg({ quality: 95 })
    .toBuffer()

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    /** The job of every minute would make a thumbnail before the test does. */
    beforeAll(() => new WorkflowScheduler().clear())

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    const post = (path: string, body: object, session: object = staff) => answerOf(api.post(path, body, session))
    const upload = (name: string, content: Buffer) => {
      const form = new FormData()
      form.append("file", new Blob([new Uint8Array(content)]), name)
      return answerOf(api.post("/admin/content-files", form, staff))
    }
    const file = (path: string, session: object, params: object = {}) =>
      answerOf(api.get(path, { ...session, params, responseType: "arraybuffer" }))
    const thumbnails = async () => (await makeThumbnailsWorkflow(getContainer()).run()).result
    const kept = async (fileId: string) => (await getContainer().resolve(Modules.FILE).getAsBuffer(fileId)).length

    describe("a material", () => {
      it("is a file that only those whom it is for can fetch, whole or as a thumbnail", async () => {
        const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
        const category = await company.createClientCategories({ name: "Partners" })
        await company.createLegalEntityCategories({ legal_entity_id: world.entities.child.id, client_category_id: category.id })
        const content = await picture(1200, 900)
        const { data } = await upload("../Стенд.jpg", content)
        expect(data.content_file).toMatchObject({ name: "Стенд.jpg", mime_type: "image/jpeg", bytes: content.length, has_thumbnail: false })
        const draft = {
          kind: "material",
          title: "Stand",
          media: "photo",
          section: "Photos",
          file_id: data.content_file.id,
          audience: [category.id],
        }
        const { content_item: item } = (await post(PATH, { ...draft, is_published: true })).data
        const path = `/store/content/${item.id}/file`
        const { child, sibling } = world.people
        expect((await file(path, child)).data).toHaveLength(content.length)
        expect([(await file(path, sibling)).status, (await file(path, world.outsider)).status]).toEqual([404, 403])
        expect((await file(path, child, { size: "thumbnail" })).data).toHaveLength(content.length)
        expect(await thumbnails()).toEqual({ content: 1, staff: 0, erp: 0 })
        expect(await thumbnails()).toEqual({ content: 0, staff: 0, erp: 0 })
        const small = Buffer.from((await file(path, child, { size: "thumbnail" })).data)
        expect(await sharp(small).metadata()).toMatchObject({ format: "webp", width: 480, height: 360 })
        expect((await file(path, sibling, { size: "thumbnail" })).status).toBe(404)
        const {
          content: [shown],
        } = (await api.get("/store/content", { ...child, params: { kind: "material", media: "photo" } })).data
        expect(shown.file).toEqual({ name: "Стенд.jpg", mime_type: "image/jpeg", bytes: content.length, has_thumbnail: true })
        expect((await file(`/admin/content-files/${data.content_file.id}/file`, staff, { size: "thumbnail" })).data).toHaveLength(
          small.length
        )
      })

      it("is taken by what it is, not by its name; and news have a picture that is shown", async () => {
        const codes = await Promise.all(
          [Buffer.from("<svg/>"), Buffer.from("MZ"), Buffer.from("PK\u0003\u0004")].map((content) => upload("photo.jpg", content))
        )
        expect(codes.map(({ data }) => data.code)).toEqual(["content_file_refused", "content_file_refused", "content_file_refused"])
        const { data } = await upload("layout.jpg", Buffer.from("8BPS  "))
        expect(data.content_file.mime_type).toBe("image/vnd.adobe.photoshop")
        const file_id = data.content_file.id
        expect((await post(PATH, { kind: "news", title: "T", body: "B", file_id })).data.code).toBe("content_file_no_image")
        expect((await post(PATH, { kind: "material", title: "T", media: "layout", file_id })).status).toBe(200)
      })

      it("whose item is gone for a day is removed; one that an item has stays", async () => {
        const ids = await Promise.all(["a", "b", "c"].map(async (name) => (await upload(name, Buffer.from("8BPS"))).data.content_file.id))
        const [used, deleted, fresh] = ids
        const material = (file_id: string) => post(PATH, { kind: "material", title: "T", media: "layout", file_id })
        await material(used)
        const { content_item: item } = (await material(deleted)).data
        await api.delete(`${PATH}/${item.id}`, staff)
        await db()("content_file")
          .whereIn("id", [used, deleted])
          .update({ created_at: new Date(Date.now() - 25 * 3_600_000) })
        const [{ file_id }] = await db()("content_file").where({ id: deleted }).select("file_id")
        expect((await removeOrphanFilesWorkflow(getContainer()).run()).result).toEqual({ removed: 1 })
        expect((await db()("content_file").select("id").orderBy("id")).map(({ id }) => id)).toEqual([used, fresh].sort())
        await expect(kept(file_id)).rejects.toThrow(GONE)
      })
    })

    describe("a file on its way", () => {
      const published = async (content: Buffer) => {
        const { data } = await upload("big.psd", content)
        const draft = { kind: "material", title: "Layout", media: "layout", file_id: data.content_file.id, is_published: true }
        const { content_item: item } = (await post(PATH, draft)).data
        return `/store/content/${item.id}/file`
      }
      const psd = (bytes: number) => Buffer.concat([Buffer.from("8BPS\0\x01"), Buffer.alloc(bytes - 6, "kontor")])

      it("comes whole or the part that is asked for, with its length", async () => {
        const content = psd(200_000)
        const path = await published(content)
        const part = async (range: string, more: object = {}) => {
          const { child } = world.people
          const headers = { ...child.headers, range, ...more }
          const { status, data, headers: told } = await api.get(path, { headers, responseType: "arraybuffer", validateStatus: () => true })
          return [status, Buffer.from(data), told["content-range"], told["content-length"]]
        }
        expect(await part("bytes=70000-140000")).toEqual([206, content.subarray(70_000, 140_001), "bytes 70000-140000/200000", "70001"])
        expect(await part("bytes=-3")).toEqual([206, content.subarray(-3), "bytes 199997-199999/200000", "3"])
        expect(await part("bytes=200000-")).toEqual([416, Buffer.alloc(0), "bytes */200000", "0"])
        expect((await part("bytes=0-1", { "if-range": '"other"' })).slice(0, 2)).toEqual([200, content])
        expect((await part("bytes=0-1,4-5")).slice(0, 2)).toEqual([200, content])
      })

      it("is read no further when the reader goes away or has the part that he asked for, and one that is gone from the storage is an error before anything is sent", async () => {
        const path = await published(psd(20_000_000))
        const files = getContainer().resolve(Modules.FILE)
        const open = files.getDownloadStream.bind(files)
        const sources: Readable[] = []
        const spy = jest.spyOn(files, "getDownloadStream").mockImplementation(async (id) => {
          const source = await open(id)
          sources.push(source)
          return source
        })
        const leftBehind = async (place: number) => {
          for (let tries = 0; tries < 100 && !sources[place]?.destroyed; tries++) {
            await sleep(20)
          }
          return [sources[place]?.destroyed, sources[place]?.readableEnded]
        }
        const { headers } = world.people.child
        const leaving = new AbortController()
        const answer = await fetch(`${api.defaults.baseURL}${path}`, { headers, signal: leaving.signal })
        await answer.body?.getReader().read()
        leaving.abort()
        expect(await leftBehind(0)).toEqual([true, false])
        const few = await fetch(`${api.defaults.baseURL}${path}`, { headers: { ...headers, range: "bytes=0-3" } })
        expect([(await few.arrayBuffer()).byteLength, await leftBehind(1)]).toEqual([4, [true, false]])
        spy.mockRestore()
        const [{ file_id }] = await db()("content_file").select("file_id")
        await files.deleteFiles([file_id])
        expect((await file(path, world.people.child)).status).toBe(500)
      })
    })

    describe("an image of the ERP", () => {
      const drill = { id: "p1", name: "Дрель", article: "DR-1", prices: { retail: "100" }, product: { images: ["import_files/1.jpg"] } }
      const store = (path: string, content: Buffer) =>
        storeAttachmentWorkflow(getContainer()).run({ input: { source: "test-erp", path, content, mime_type: "image/jpeg" } })
      const shown = async () =>
        (
          await db().raw(
            `select p.thumbnail, e.thumbnail as listed, i.url from product p join catalog_entry e on e.product_id = p.id join image i on i.product_id = p.id`
          )
        ).rows
      const files = () =>
        db()("erp_file").select("file_id", "url", "thumbnail_file_id", "thumbnail_url", "is_thumbnail_done").orderBy("path")

      it("is shown in lists by its thumbnail as soon as that is made, and whole on the card", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        const { result } = await store("import_files/1.jpg", await picture(900, 1200))
        expect(await shown()).toEqual([{ thumbnail: result.url, listed: result.url, url: result.url }])
        expect(await thumbnails()).toEqual({ content: 0, staff: 0, erp: 1 })
        const [{ thumbnail_file_id, thumbnail_url }] = await files()
        expect(await shown()).toEqual([{ thumbnail: thumbnail_url, listed: thumbnail_url, url: result.url }])
        const made = await getContainer().resolve(Modules.FILE).getAsBuffer(thumbnail_file_id)
        expect(await sharp(made).metadata()).toMatchObject({ format: "webp", width: 360, height: 480 })
        await store("import_files/copy.jpg", await picture(900, 1200))
        const other = { ...drill, id: "p2", article: "DR-2" }
        await loadRecords(getContainer(), catalogRecords([drill, other]))
        expect((await shown()).map(({ listed }: { listed: string }) => listed)).toEqual([thumbnail_url, thumbnail_url])
      })

      it("that is replaced goes with its thumbnail, and the new one takes their place", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        await store("import_files/1.jpg", await picture(900, 1200))
        await thumbnails()
        const [old] = await files()
        const { result } = await store("import_files/1.jpg", await picture(1200, 900))
        expect(await shown()).toEqual([{ thumbnail: result.url, listed: result.url, url: result.url }])
        await expect(kept(old.file_id)).rejects.toThrow(GONE)
        await expect(kept(old.thumbnail_file_id)).rejects.toThrow(GONE)
        expect(await thumbnails()).toEqual({ content: 0, staff: 0, erp: 1 })
        expect((await shown())[0].listed).toBe((await files())[0].thumbnail_url)
      })

      it("that is small is its own thumbnail; one that cannot be read is tried three times", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        const { result } = await store(
          "import_files/1.jpg",
          await sharp({ create: { width: 480, height: 480, channels: 3, background: "red" } })
            .jpeg()
            .toBuffer()
        )
        await store("import_files/2.jpg", Buffer.from("ffd8ff0000", "hex"))
        for (const made of [1, 0, 0, 0]) {
          expect((await thumbnails()).erp).toBe(made)
          await db()("erp_file")
            .whereNotNull("thumbnail_tried_at")
            .update({ thumbnail_tried_at: new Date(Date.now() - 11 * 60_000) })
        }
        expect(await shown()).toEqual([{ thumbnail: result.url, listed: result.url, url: result.url }])
        expect(await db()("erp_file").select("thumbnail_attempts", "is_thumbnail_done").orderBy("path")).toEqual([
          { thumbnail_attempts: 1, is_thumbnail_done: true },
          { thumbnail_attempts: 3, is_thumbnail_done: false },
        ])
      })

      it("is left alone where a person chose another thumbnail", async () => {
        await loadRecords(getContainer(), catalogRecords([drill]))
        await store("import_files/1.jpg", await picture(900, 1200))
        await db()("product").update({ thumbnail: "https://elsewhere.test/own.jpg" })
        await thumbnails()
        expect((await shown())[0].thumbnail).toBe("https://elsewhere.test/own.jpg")
      })
    })

    describe("an image that the staff hangs on a product", () => {
      const hang = async (name: string, content: Buffer, type = "image/jpeg") => {
        const form = new FormData()
        form.append("files", new Blob([new Uint8Array(content)], { type }), name)
        const [uploaded] = (await post("/admin/uploads", form)).data.files
        const [{ id }] = await db()("product").select("id")
        await api.post(`/admin/products/${id}`, { images: [{ url: uploaded.url }], thumbnail: uploaded.url }, staff)
        return uploaded
      }
      const shown = async () =>
        await db()("catalog_entry as e").join("product as p", "p.id", "e.product_id").first("p.thumbnail", "e.thumbnail as listed")
      /** The subscriber comes after the answer. */
      const listed = async (url: string) => {
        for (let tries = 0; tries < 100 && (await shown()).listed !== url; tries++) {
          await sleep(50)
        }
        expect((await shown()).listed).toBe(url)
      }

      it("is shown in lists by its thumbnail as soon as that is made, and stays what the staff chose; removed, it takes the thumbnail along", async () => {
        await loadRecords(getContainer(), catalogRecords([{ id: "p1", name: "Дрель", article: "DR-1", prices: { retail: "100" } }]))
        const { id, url } = await hang("drill.jpg", await picture(900, 1200))
        await listed(url)
        expect(await thumbnails()).toEqual({ content: 0, staff: 1, erp: 0 })
        const { thumbnail_file_id, thumbnail_url } = await db()("uploaded_image").first()
        expect(await shown()).toEqual({ thumbnail: url, listed: thumbnail_url })
        const made = await getContainer().resolve(Modules.FILE).getAsBuffer(thumbnail_file_id)
        expect(await sharp(made).metadata()).toMatchObject({ format: "webp", width: 360, height: 480 })
        expect(await thumbnails()).toEqual({ content: 0, staff: 0, erp: 0 })
        await loadRecords(getContainer(), catalogRecords([{ id: "p1", name: "Дрель 2", article: "DR-1", prices: { retail: "100" } }]))
        expect(await shown()).toEqual({ thumbnail: url, listed: thumbnail_url })
        await api.delete(`/admin/uploads/${id}`, staff)
        expect(await shown()).toEqual({ thumbnail: url, listed: url })
        await expect(kept(thumbnail_file_id)).rejects.toThrow(GONE)
      })

      it("has none where it is small, comes from elsewhere or is no image", async () => {
        await loadRecords(getContainer(), catalogRecords([{ id: "p1", name: "Дрель", article: "DR-1", prices: { retail: "100" } }]))
        await hang("list.csv", Buffer.from("a;b"), "text/csv")
        expect(await db()("uploaded_image").count()).toEqual([{ count: "0" }])
        const { url } = await hang("small.png", await sharp({ create: { width: 40, height: 40, channels: 3, background: "red" } }).png().toBuffer(), "image/png") // prettier-ignore
        expect(await thumbnails()).toEqual({ content: 0, staff: 1, erp: 0 })
        await listed(url)
        const [{ id }] = await db()("product").select("id")
        await api.post(`/admin/products/${id}`, { thumbnail: "https://elsewhere.test/own.jpg" }, staff)
        await listed("https://elsewhere.test/own.jpg")
      })
    })

    describe("a request for extra content", () => {
      const ASKED = { text: "Photos of the new line, please", media: "photo" }

      it("is told to the manager of the client, answered by him, and told to who asked", async () => {
        const { child, sibling } = world.people
        const manager = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.child.id] })
        const stranger = await createManagerSession(getContainer(), { role: "manager", legal_entity_ids: [world.entities.stranger.id] })
        const { email } = await getContainer().resolve(Modules.USER).retrieveUser(manager.user_id)
        const { content_request: made } = (await post("/store/content-requests", ASKED, child)).data
        expect(made).toMatchObject({ ...ASKED, state: "new", answer: null })
        await mailTo(mails, email, ASKED.text)
        const listed = async (session: object) => (await api.get("/admin/content-requests", session)).data.content_requests
        expect(await listed(stranger)).toEqual([])
        const [request] = await listed(manager)
        expect(request).toMatchObject({ id: made.id, ...ASKED, employee: { id: child.id }, legal_entity: { id: world.entities.child.id } })
        const move = (body: object, session: object = manager, version = request.updated_at) =>
          post(`/admin/content-requests/${made.id}`, { updated_at: version, ...body }, session)
        expect((await move({ state: "in_work" }, stranger)).status).toBe(404)
        expect((await move({ state: "declined" })).data.code).toBe("request_answer_missing")
        const taken = await move({ state: "in_work" })
        expect((await move({ state: "done" })).data.code).toBe("changed_meanwhile")
        await mailTo(mails, child.email, "взят в работу")
        const { updated_at } = taken.data.content_request
        const done = await move({ state: "done", answer: "They are in the library now." }, manager, updated_at)
        expect(done.data.content_request).toMatchObject({ state: "done", answer: "They are in the library now." })
        expect((await move({ state: "in_work" }, manager, done.data.content_request.updated_at)).data.code).toBe("request_move_refused")
        await mailTo(mails, child.email, "They are in the library now.")
        expect(await untilMailsTo(mails, child.email, 2)).toHaveLength(2)
        const own = async (session: object) => (await api.get("/store/content-requests", session)).data
        expect(await own(child)).toMatchObject({ count: 1, content_requests: [{ state: "done", answer: "They are in the library now." }] })
        expect(await own(sibling)).toMatchObject({ count: 0, content_requests: [] })
        const log = await db()("audit_entry").where({ subject_type: "content_request" }).orderBy("at").select("action", "actor_id")
        expect(log).toEqual([
          { action: "content_request.created", actor_id: child.id },
          { action: "content_request.moved", actor_id: manager.user_id },
          { action: "content_request.moved", actor_id: manager.user_id },
        ])
      })
    })
  },
})
