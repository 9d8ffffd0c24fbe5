import { type ErpRecord, today } from "@kontor/framework"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { readdirSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { EXPIRING_DAYS } from "../../../src/modules/product-card/rules/document"
import { storeAttachmentWorkflow } from "../../../src/workflows/erp/store-attachment"
import { formWith } from "../../helpers/application-form"
import { answerOf } from "../../helpers/answer-of"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"
import { untilSomebodyWaits } from "../../helpers/until-somebody-waits"
import { withoutTable } from "../../helpers/without-table"

jest.setTimeout(240_000)

const PATH = "/admin/product-documents"
const PDF_PATH = "document_files/c1.pdf"
const privateFiles = join(process.env.KONTOR_DATA_DIR ?? join(process.cwd(), ".data"), "private-files")

/** The calendar day so many days from the supplier's today. */
const day = (days: number): string => new Date(Date.parse(`${today()}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const pdf = (text: string) => Buffer.from(`%PDF-1.7\n${text}`)

interface Named {
  id: string
  title_ru: string
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    const db = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      staff = await createStaffSession(getContainer())
    })

    const post = (path: string, body: object, session: object = staff) => answerOf(api.post(path, body, session))
    const upload = (path: string, data: object, content: Buffer | null, session: { headers: object } = staff) => {
      const form = formWith(data, content ? [{ name: "Сертификат.pdf", content }] : [])
      return post(path, form, { headers: { ...session.headers, "content-type": "multipart/form-data" } })
    }
    const add = async (title_ru: string, bind: object = {}, facts: object = {}) =>
      upload(PATH, { kind: "certificate", title_ru, ...facts, bind }, pdf(title_ru))
    const list = async (params: object = {}) => (await answerOf(api.get(PATH, { ...staff, params }))).data
    const offer = (n: number) => internalId(getContainer(), "offer", `p${n}`)
    const onCard = async (n: number, session: object = trade.session) => {
      const { data } = await answerOf(api.get(`/store/catalog/${await offer(n)}`, session))
      return data.entry.documents.map(({ title_ru }: Named) => title_ru)
    }
    const fetched = (id: string, session: object = trade.session) =>
      answerOf(api.get(`/store/product-documents/${id}/file`, { ...session, responseType: "arraybuffer" }))
    const isStored = async (id: string) => {
      const { file_id } = await db()("product_document").where({ id }).first("file_id")
      return getContainer()
        .resolve(Modules.FILE)
        .getAsBuffer(file_id)
        .then(
          () => true,
          () => false
        )
    }
    const inGroup = async () =>
      loadRecords(getContainer(), [
        { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: null, schema_version: null },
        { kind: "group", external_id: "saws", parent_external_id: null, name: "Пилы", position: 0, is_deleted: false },
        { kind: "group", external_id: "discs", parent_external_id: "saws", name: "Дисковые", position: 0, is_deleted: false },
        {
          ...{ kind: "product", external_id: "p4", name: "Product 4", article: articleOf(4), group_external_ids: ["discs"] },
          ...{ manufacturer: "Makita", is_service: false, is_deleted: false },
        },
      ])

    it("one file stands on the cards of many products: by article, category above and brand, and is fetched by dealers who see one of them", async () => {
      await inGroup()
      const made = await add("По товарам", { articles: [articleOf(1), articleOf(2), "none"] }, { number: "RU-1", valid_until: day(0) })
      expect(made.data).toMatchObject({
        product_document: { product_count: 2, validity: "expiring", name: "Сертификат.pdf", categories: [], brands: [] },
        articles: { found: 2, unknown: ["none"], ambiguous: [] },
      })
      const saws = await internalId(getContainer(), "group", "saws")
      await add("По категории", { category_ids: [saws] }, { title_en: "By category" })
      const ofBrand = (await add("По бренду", { brands: ["Makita"] }, { valid_until: day(-1) })).data.product_document
      expect(await Promise.all([1, 2, 3, 4].map((n) => onCard(n)))).toEqual([
        ["По товарам"],
        ["По товарам"],
        [],
        ["По бренду", "По категории"],
      ])
      const { data } = await api.get(`/store/catalog/${await offer(4)}`, trade.session)
      expect(data.entry.documents).toMatchObject([
        { id: ofBrand.id, kind: "certificate", valid_until: day(-1), is_valid: false, mime_type: "application/pdf" },
        { title_en: "By category", valid_until: null, is_valid: true },
      ])
      const file = await fetched(ofBrand.id)
      expect([file.status, Buffer.from(file.data).toString()]).toEqual([200, pdf("По бренду").toString()])
      expect((await list({ product_id: await internalId(getContainer(), "product", "p4") })).count).toBe(2)
      expect((await answerOf(api.get(`${PATH}/${made.data.product_document.id}/products`, staff))).data).toMatchObject({
        products: [{ article: articleOf(1) }, { article: articleOf(2) }],
        count: 2,
      })
    })

    it("stands on the cards of a category that is switched off, too, and is fetched: it is the goods that it is of", async () => {
      await inGroup()
      const discs = await internalId(getContainer(), "group", "discs")
      const { id } = (await add("По категории", { category_ids: [discs] })).data.product_document
      await api.post(`/admin/product-categories/${discs}`, { is_active: false }, staff)
      const placed = async () => (await db()("catalog_entry").where({ article: articleOf(4) }).first("category_keys")).category_keys // prettier-ignore
      while (!(await placed()).some((key: number) => key < 0)) {
        await setTimeout(50)
      }
      expect([await onCard(4), (await fetched(id)).status]).toEqual([["По категории"], 200])
    })

    it("whoever sees none of its products cannot fetch it, whatever it is bound to", async () => {
      await inGroup()
      const saws = await internalId(getContainer(), "group", "saws")
      const binds = [{ articles: [articleOf(4)] }, { category_ids: [saws] }, { brands: ["Makita"] }, {}]
      const ids: string[] = []
      for (const [place, bind] of binds.entries()) {
        ids.push((await add(`Document ${place}`, bind)).data.product_document.id)
      }
      const statuses = async () => Promise.all(ids.map(async (id) => (await fetched(id)).status))
      expect(await statuses()).toEqual([200, 200, 200, 404])
      const rule = { name: "Rule", scope: { kind: "everyone" }, target: { kind: "list", articles: [articleOf(4)] }, shows: false }
      await api.post("/admin/visibility-rules", rule, staff)
      expect(await statuses()).toEqual([404, 404, 404, 404])
      expect((await answerOf(api.get(`${PATH}/${ids[0]}/file`, staff))).status).toBe(200)
      expect((await fetched(ids[0] ?? "", trade.storefront)).status).toBe(401)
    })

    it("bindings are added and taken off, products by hand too, and all of it is logged", async () => {
      const { id } = (await add("Паспорт", { articles: [articleOf(1)] })).data.product_document
      const products = await Promise.all([1, 3].map((n) => internalId(getContainer(), "product", `p${n}`)))
      const bound = await post(`${PATH}/${id}/targets`, { add: { product_ids: [products[1]] }, remove: { product_ids: [products[0]] } })
      expect(bound.data.product_document.product_count).toBe(1)
      expect([await onCard(1), await onCard(3)]).toEqual([[], ["Паспорт"]])
      await post(`${PATH}/${id}/targets`, { add: { product_ids: [products[1]] } })
      for (const unknown of [{ product_ids: ["prod_x"] }, { category_ids: ["pcat_x"] }, { brands: ["Nobody"] }]) {
        expect((await post(`${PATH}/${id}/targets`, { add: unknown })).data.code).toBe("document_target_unknown")
      }
      const log = await db()("audit_entry").where({ subject_id: id }).orderBy("at").select("action", "actor_id", "before", "after")
      expect(log).toMatchObject([
        { action: "product_document.created", actor_id: staff.user_id, before: null, after: { title_ru: "Паспорт", bound: 1 } },
        { action: "product_document.bound", before: { removed: 1, products: [products[0]] }, after: { added: 1, products: [products[1]] } },
      ])
    })

    it("a new file takes the place of the old one, which is removed; another version and the same file twice are refused", async () => {
      const made = (await add("Инструкция", { articles: [articleOf(1)] })).data.product_document
      const facts = { kind: "instruction", title_ru: "Инструкция 2", number: "7" }
      const changed = await upload(`${PATH}/${made.id}`, { ...facts, updated_at: made.updated_at }, pdf("new"))
      expect(changed.data.product_document).toMatchObject({ title_ru: "Инструкция 2", product_count: 1, kind: "instruction" })
      expect(Buffer.from((await fetched(made.id)).data).toString()).toBe(pdf("new").toString())
      expect((await upload(`${PATH}/${made.id}`, { ...facts, updated_at: made.updated_at }, null)).data.code).toBe("changed_meanwhile")
      const kept = await upload(
        `${PATH}/${made.id}`,
        { ...facts, title_ru: "Инструкция 3", updated_at: changed.data.product_document.updated_at },
        null
      )
      expect(kept.data.product_document).toMatchObject({ title_ru: "Инструкция 3", name: "Сертификат.pdf" })
      expect((await upload(PATH, { kind: "other", title_ru: "Again" }, pdf("new"))).data.code).toBe("document_known")
      expect((await upload(PATH, { kind: "other", title_ru: "x" }, Buffer.from("<html>"))).data.code).toBe("file_type_refused")
      expect((await upload(PATH, { kind: "other", title_ru: "x" }, null)).data.code).toBe("document_file_missing")
      const removed = await answerOf(api.delete(`${PATH}/${made.id}`, staff))
      expect(removed.data).toEqual({ id: made.id, object: "product_document", deleted: true })
      expect([await onCard(1), (await fetched(made.id)).status, await isStored(made.id)]).toEqual([[], 404, false])
      expect((await upload(PATH, { kind: "other", title_ru: "Again" }, pdf("new"))).status).toBe(200)
    })

    it("what fails leaves no file behind", async () => {
      const files = () => readdirSync(privateFiles).filter((name) => name.includes("product-document-")).length
      await add("Kept")
      const kept = files()
      const refused = await withoutTable(getContainer(), "audit_entry", () => add("Lost", { articles: [articleOf(1)] }))
      expect([refused.status, files(), (await list()).count]).toEqual([500, kept, 1])
      expect((await add("Lost", { product_ids: ["prod_nowhere"] })).data.code).toBe("document_target_unknown")
      expect(files()).toBe(kept)
    })

    describe("of the ERP", () => {
      const said = (data: object = {}): ErpRecord[] => [
        { kind: "package", content: "reference", is_full: false, external_id: null, formed_at: null, schema_version: "1" },
        {
          ...{
            kind: "product_document",
            external_id: "d1",
            document_kind: "certificate",
            title: "Из 1С",
            file: PDF_PATH,
            is_deleted: false,
          },
          ...data,
        },
      ]
      const load = (data: object = {}) => loadRecords(getContainer(), said(data))
      const deliver = (path: string, content: Buffer) =>
        storeAttachmentWorkflow(getContainer()).run({ input: { source: TEST_SOURCE, path, content, mime_type: "" }, throwOnError: false })
      const codes = async () => (await db()("product_document").whereNull("deleted_at")).map(({ file_id }) => file_id !== null)
      const idOf = () => internalId(getContainer(), "product_document", "d1")

      it("it stands on the cards of its products once its file has come, is fetched from there alone, and the same again writes nothing", async () => {
        await inGroup()
        const products = { product_external_ids: ["p1", "p2", "gone", "p1"], group_external_ids: ["saws", "nowhere"] }
        const first = await load(products)
        expect(first.counts).toMatchObject({ product_documents: { created: 1 }, document_targets: { received: 5, created: 3 } })
        expect(first.issue_count).toBe(3)
        expect([await onCard(1), (await fetched(await idOf())).status, await codes()]).toEqual([[], 404, [false]])
        expect(await list({ source: "erp" })).toMatchObject({
          count: 1,
          product_documents: [{ source: "erp", name: null, product_count: 2 }],
        })
        expect((await answerOf(api.get(`${PATH}/${await idOf()}/file`, staff))).status).toBe(404)
        await deliver(PDF_PATH, pdf("certificate"))
        expect(await Promise.all([1, 2, 3, 4].map((n) => onCard(n)))).toEqual([["Из 1С"], ["Из 1С"], [], ["Из 1С"]])
        const { data } = await api.get(`/store/product-documents/${await idOf()}/file`, trade.session)
        expect(data).toBe(pdf("certificate").toString())
        const { file_id } = await db()("product_document").first("file_id")
        expect(readdirSync(privateFiles)).toContain(file_id)
        await post("/admin/visibility-rules", {
          ...{ name: "Rule", scope: { kind: "everyone" }, shows: false },
          target: { kind: "list", articles: [articleOf(1), articleOf(2), articleOf(4)] },
        })
        expect((await fetched(await idOf())).status).toBe(404)
        const again = await load(products)
        expect(again.written).toEqual({ exchange_run_issue: 2 })
      })

      // Without the lock on files the delivery is through at once, and neither it nor the package knows of the other.
      it("a file that comes while its document is being loaded is that of the document", async () => {
        const blocker = await db().transaction()
        await blocker.raw(`lock table product_document_target in share row exclusive mode`)
        const loaded = load({ product_external_ids: ["p1"] })
        await untilSomebodyWaits(db(), 1, loaded)
        const delivered = deliver(PDF_PATH, pdf("certificate"))
        await untilSomebodyWaits(db(), 2, delivered)
        await blocker.commit()
        await Promise.all([loaded, delivered])
        expect(await onCard(1)).toEqual(["Из 1С"])
      })

      it("it stands on the card of a product that comes later", async () => {
        await deliver(PDF_PATH, pdf("certificate"))
        await load({ product_external_ids: ["p1", "p6"] })
        await load({ title: "Другое имя" })
        const product = { external_id: "p6", name: "Product 6", article: articleOf(6), is_service: false, is_deleted: false }
        await loadRecords(getContainer(), [{ kind: "product", ...product }, { kind: "offer", external_id: "p6", product_external_id: "p6", is_deleted: false }]) // prettier-ignore
        expect(await onCard(6)).toEqual(["Другое имя"])
      })

      it("a list that is told is whole, one that is not stays; a document that is withdrawn leaves the cards and may come back", async () => {
        await deliver(PDF_PATH, pdf("certificate"))
        await load({ product_external_ids: ["p1", "p2"], manufacturers: ["Makita"], number: "7", valid_until: day(1) })
        await load({ product_external_ids: ["p3"], title: "Новое имя" })
        expect(await Promise.all([1, 3].map((n) => onCard(n)))).toEqual([[], ["Новое имя"]])
        expect((await list()).product_documents).toMatchObject([{ number: "7", valid_until: day(1), brands: ["Makita"], product_count: 1 }])
        const withdrawn = await load({ is_deleted: true })
        expect(withdrawn.counts["product_documents"]).toMatchObject({ deleted: 1 })
        expect([await onCard(3), (await list()).count]).toEqual([[], 0])
        expect((await load({ is_deleted: true })).written).not.toHaveProperty("product_document")
        await load({ product_external_ids: ["p3"] })
        expect(await onCard(3)).toEqual(["Из 1С"])
      })

      it("a new file under its path takes the place of the old one, which is removed; one that is no document is refused", async () => {
        await load({ product_external_ids: ["p1"] })
        const other = { external_id: "d2", title: "Другой", file: "document_files/scan.jpg", product_external_ids: ["p2"] }
        await load(other)
        await deliver(PDF_PATH, pdf("old"))
        const { file_id } = await db()("product_document").where({ title_ru: "Из 1С" }).first("file_id")
        await deliver("document_files/copy.pdf", pdf("old"))
        await deliver(PDF_PATH, pdf("new"))
        const files = getContainer().resolve(Modules.FILE)
        expect((await files.getAsBuffer(file_id)).toString()).toBe(pdf("old").toString())
        await deliver("document_files/copy.pdf", pdf("new"))
        await expect(files.getAsBuffer(file_id)).rejects.toThrow(/not found|ENOENT/)
        expect(Buffer.from((await fetched(await idOf())).data).toString()).toBe(pdf("new").toString())
        for (const [content, code] of [
          [Buffer.from("<html>"), "document_unknown"],
          [Buffer.concat([pdf("x"), Buffer.alloc(20 * 1024 * 1024)]), "document_too_large"],
        ] as const) {
          expect((await deliver("document_files/scan.jpg", content)).errors).toMatchObject([{ error: { code } }])
        }
        await deliver("document_files/scan.jpg", Buffer.from("ffd8ff0000", "hex"))
        expect(await onCard(2)).toEqual(["Другой"])
        expect(await db()("erp_file").count()).toEqual([{ count: "0" }])
      })

      it("it is changed there alone; the staff may add a document of the same file", async () => {
        await deliver(PDF_PATH, pdf("same"))
        await load({ product_external_ids: ["p1"] })
        const id = await idOf()
        const { updated_at } = (await list()).product_documents[0]
        const facts = { kind: "other", title_ru: "x", updated_at }
        const refused = [
          await upload(`${PATH}/${id}`, facts, null),
          await post(`${PATH}/${id}/targets`, { add: { articles: [articleOf(2)] } }),
          await answerOf(api.delete(`${PATH}/${id}`, staff)),
        ]
        expect(refused.map(({ data }) => data.code)).toEqual(["erp_owned", "erp_owned", "erp_owned"])
        expect((await upload(PATH, { kind: "other", title_ru: "Своё", bind: { articles: [articleOf(1)] } }, pdf("same"))).status).toBe(200)
        expect(await onCard(1)).toEqual(["Из 1С", "Своё"])
      })
    })

    it("is listed by its last day, filtered by how long it holds, kind and words", async () => {
      await add("Forever")
      await add("Over", {}, { valid_until: day(-1) })
      await add("Today", {}, { valid_until: day(0) })
      await add("Soon", {}, { valid_until: day(EXPIRING_DAYS) })
      await add("Later", {}, { valid_until: day(EXPIRING_DAYS + 1), kind: "passport", number: "RU-77" })
      const titles = async (params: object = {}) => (await list(params)).product_documents.map(({ title_ru }: Named) => title_ru)
      expect(await titles()).toEqual(["Over", "Today", "Soon", "Later", "Forever"])
      expect(await titles({ validity: "expired" })).toEqual(["Over"])
      expect(await titles({ validity: "expiring" })).toEqual(["Today", "Soon"])
      expect(await titles({ validity: "valid" })).toEqual(["Later", "Forever"])
      expect(await titles({ kind: "passport" })).toEqual(["Later"])
      expect(await titles({ q: "ru-77" })).toEqual(["Later"])
      expect(await list({ limit: 2, offset: 4 })).toMatchObject({ count: 5, product_documents: [{ title_ru: "Forever" }] })
      const manager = await createManagerSession(getContainer(), { role: "manager" })
      expect((await answerOf(api.get(PATH, manager))).status).toBe(200)
      expect((await upload(PATH, { kind: "other", title_ru: "x" }, pdf("m"), manager)).data.code).toBe("role_insufficient")
    })
  },
})
