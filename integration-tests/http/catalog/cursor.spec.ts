import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { writeCatalogCursor } from "../../../src/modules/catalog/rules/catalog-cursor"
import { answerOf } from "../../helpers/answer-of"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(240_000)

type Params = Record<string, string | number>
type Entry = { variant_id: string; article: string | null }

const GOODS = 14
const PAGE = 4

const PACKAGE: ErpRecord = {
  ...{ kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
}
const SAWS: ErpRecord = { kind: "group", external_id: "saws", parent_external_id: null, name: "Пилы", position: 0, is_deleted: false }

/** Every third has no article, every second no sort number; the first ten are saws. */
const told = (n: number, data: object = {}): ErpRecord => ({
  ...{ kind: "product", external_id: `p${n}`, name: `Пила ${n}`, article: n % 3 === 0 ? null : articleOf(n), vat_rate: "20" },
  ...{ group_external_ids: n <= 10 ? ["saws"] : [], requisites: n % 2 === 0 ? { Порядок: String(100 - n) } : {} },
  ...{ is_service: false, is_deleted: false },
  ...data,
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let staff: Awaited<ReturnType<typeof createStaffSession>>
    let choices: Params[]
    let numbers: Map<string, number>

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, GOODS)
      staff = await createStaffSession(getContainer())
      const goods = Array.from({ length: GOODS }, (_, index) => index + 1)
      await loadRecords(getContainer(), [PACKAGE, SAWS, ...goods.map((n) => told(n))])
      await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw("delete from type_price where entry_key = any (?)", [[3, 7]])
      numbers = new Map(await Promise.all(goods.map(async (n) => [await idOf("offer", `p${n}`), n] as const)))
      const category_id = await idOf("group", "saws")
      const asked: Params[] = [{}, { category_id }, { q: "пила" }, { q: "пила 1" }, { q: articleOf(1).slice(0, 6) }, { in_stock: "true" }]
      const sorts = ["relevance", "name", "article", "newest", "position", "price", "price_desc"]
      choices = sorts.flatMap((sort) => asked.map((each) => ({ ...each, sort })))
    })

    const idOf = (kind: string, externalId: string) => internalId(getContainer(), kind, externalId)
    const ask = (params: Params) => answerOf(api.get("/store/catalog", { ...trade.session, params }))
    const read = async (params: Params) => (await ask(params)).data
    const known = (entries: Entry[]) => entries.map(({ variant_id }) => numbers.get(variant_id) ?? 0)
    const rule = async (target: object, shows: boolean) => {
      const scope = { kind: "legal_entity", id: await idOf("legal_entity", "e1") }
      await api.post("/admin/visibility-rules", { name: "Rule", scope, target, shows }, staff)
    }
    const listOf = (...goods: number[]) => ({ kind: "list", articles: goods.map(articleOf) })

    /** All pages, one after another. */
    async function walked(params: Params, between: (page: number) => Promise<void> = async () => undefined): Promise<number[]> {
      const met: number[] = []
      let cursor: string | null = "start"
      for (let page = 1; cursor !== null && page < 20; page += 1) {
        const { entries, next_cursor, count } = await read({ ...params, limit: PAGE, cursor })
        met.push(...known(entries))
        expect(count).toBeGreaterThanOrEqual(entries.length)
        cursor = next_cursor
        await between(page)
      }
      return met
    }

    async function expectSame(): Promise<void> {
      for (const params of choices) {
        const whole = await read({ ...params, limit: 100 })
        expect([params, await walked(params)]).toEqual([params, known(whole.entries)])
        expect(whole.next_cursor).toBeNull()
      }
    }

    it("pages by cursor have together what one page has, in every order, for who sees all, all but some, and some alone", async () => {
      await expectSame()
      await rule(listOf(1, 2), false)
      await expectSame()
      await rule({ kind: "everything" }, false)
      await rule(listOf(4, 5, 7, 8, 10, 11), true)
      await expectSame()
    })

    it("what stays is met once, in its order, whatever is hidden, renamed, repriced, withdrawn or new between two pages", async () => {
      for (const sort of ["name", "article", "newest", "position", "price", "price_desc"]) {
        const before = known((await read({ sort, limit: 100 })).entries)
        const [anchor = 0, behind = 0, moved = 0, gone = 0] = [before[PAGE - 1], before[PAGE], before[1], before[0]]
        const met = await walked({ sort }, async (page) => {
          if (page !== 1) {
            return
          }
          // The last of the page goes to another place in every order, one behind it is hidden, and what was met before it leaves.
          await loadRecords(getContainer(), [
            PACKAGE,
            told(anchor, { name: sort === "name" ? "Яя" : "Аа", article: "ZZZ", requisites: { Порядок: "1" } }),
            change.price(anchor, "wholesale", "999"),
            told(gone, { is_deleted: true }),
          ])
          await rule({ kind: "entry", variant_id: await idOf("offer", `p${behind}`) }, false)
        })
        expect([sort, met.filter((n) => n !== anchor)]).toEqual([sort, before.filter((n) => n !== anchor && n !== behind)])
        expect(met.filter((n) => n === moved)).toEqual([moved])
        await loadRecords(getContainer(), [PACKAGE, SAWS, told(anchor), told(gone), change.price(anchor, "wholesale", `${anchor}.50`)])
        const { data } = await api.get("/admin/visibility-rules", staff)
        for (const { id } of data.visibility_rules) {
          await api.delete(`/admin/visibility-rules/${id}`, staff)
        }
      }
    })

    it("pages of a corrected text go on, although the typed one finds something meanwhile", async () => {
      const first = await read({ q: "пилла", sort: "name", limit: PAGE, cursor: "start" })
      expect(first).toMatchObject({ corrected_to: "пила", count: GOODS })
      await loadRecords(getContainer(), [PACKAGE, told(GOODS, { name: "Пилла" })])
      const second = await read({ q: "пилла", sort: "name", limit: PAGE, cursor: first.next_cursor })
      expect(second).toMatchObject({ corrected_to: "пила", count: GOODS })
      expect(new Set([...known(first.entries), ...known(second.entries)]).size).toBe(2 * PAGE)
    })

    it("a cursor of another choice or order, one that was made up, and one beside an offset are refused; a category that is not there is not found", async () => {
      const { next_cursor: cursor } = await read({ sort: "name", limit: PAGE, cursor: "start" })
      const [digest] = JSON.parse(Buffer.from(cursor, "base64url").toString())
      const made = (...values: (string | null)[]) => writeCatalogCursor({ digest, corrected_to: null, values })
      const refused: Params[] = [
        { sort: "article", cursor },
        { sort: "name", cursor, q: "пила" },
        { sort: "name", cursor, in_stock: "true" },
        { sort: "name", cursor: "nonsense" },
        { sort: "name", cursor: made("a") },
        { sort: "name", cursor: made("a", "x") },
        { sort: "name", cursor: made("a", "99999999999") },
        { sort: "name", cursor: made("a\u0000", "1") },
        { sort: "name", cursor: made(null, "1") },
        { sort: "name", cursor: writeCatalogCursor({ digest, corrected_to: "пила", values: ["a", "1"] }) },
      ]
      for (const params of refused) {
        expect([params, (await ask({ limit: PAGE, ...params })).data.code]).toEqual([params, "cursor_invalid"])
      }
      expect((await ask({ cursor: "start", offset: 1 })).status).toBe(400)
      expect((await ask({ cursor: "start", category_id: "pcat_nowhere" })).status).toBe(404)
      const other = { ...(await trade.hire("2")), params: { sort: "name", cursor } }
      expect((await answerOf(api.get("/store/catalog", other))).data.code).toBe("cursor_invalid")
    })
  },
})
