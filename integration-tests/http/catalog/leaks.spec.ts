import { setTimeout as sleep } from "node:timers/promises"
import * as XLSX from "@e965/xlsx"
import type { ErpRecord } from "@kontor/framework"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, createTrade, internalId } from "../../helpers/create-trade"
import { captureListeningApp, routesOf } from "../../helpers/listening-app"
import { loadRecords } from "../../helpers/load-records"
import { orderForm } from "../../helpers/order-form"
import { SUPPLIES_PACKAGE, supply, supplyLine } from "../../helpers/supply-records"
import { readTable } from "../matrix/read-table"
import { CLOSED_TABLE } from "../matrix/table"
import { MAY_BE_SILENT, type Probe, PROBES } from "./leak-probes"

jest.setTimeout(480_000)
const app = captureListeningApp()

type Session = { headers: Record<string, string> }

/** Hidden, each by a rule of another kind; the second and third are seen. */
const HIDDEN = [1, 4, 5, 6] as const
const SEEN = 2

const BRAND = "Тайнабренд"
const COLOR = "Тайноцвет"
const titleOf = (n: number) => `Тайнатовар ${n}`
const secretArticleOf = (n: number) => `TAYNA-00${n}`
const barcodeOf = (n: number) => `460000000000${n}`

/** What the goods became after somebody had ordered the first of them under its old name. */
const renamed = (n: number): ErpRecord => ({
  ...{ kind: "product", external_id: `p${n}`, name: titleOf(n), article: secretArticleOf(n), barcode: barcodeOf(n), vat_rate: "20" },
  ...{ group_external_ids: [n === 5 ? "secret" : "plain"], manufacturer: n === 4 ? BRAND : null, is_service: false, is_deleted: false },
  properties: [{ property_external_id: "color", value: COLOR }],
})

/** What is seen has a brand and a colour of its own, so that one told besides would make a facet. */
const PLAIN: ErpRecord = {
  ...{ kind: "product", external_id: "p2", name: "Product 2", article: articleOf(2), vat_rate: "20", manufacturer: "Бренд" },
  ...{ properties: [{ property_external_id: "color", value: "Белый" }], is_service: false, is_deleted: false },
}

/** All that is hidden belongs to what is seen. */
const RELATED: ErpRecord = {
  ...{ kind: "product_relations", product_external_id: "p2", relation: "related", is_mutual: false },
  to_external_ids: HIDDEN.map((n) => `p${n}`),
}

const group = (external_id: string, name: string): ErpRecord => ({
  ...{ kind: "group", external_id, name, parent_external_id: null, position: 0, is_deleted: false },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    /** The first sees two products, the second all. */
    let sessions: { blind: Session; seeing: Session }
    let names: Record<string, string>
    let secrets: string[]

    const idOf = (kind: string, externalId: string) => internalId(getContainer(), kind, externalId)
    const send = async (method: string, url: string, session: Session, data?: unknown) => {
      const answer = await api.request({ method, url, data, ...session, responseType: "arraybuffer", validateStatus: () => true })
      return { status: answer.status as number, text: textOf(Buffer.from(answer.data as ArrayBuffer)) }
    }
    const newCart = async (session: Session): Promise<string> =>
      (await api.post("/store/carts", { region_id: trade.store.region_id }, session)).data.cart.id

    async function filledCart(session: Session): Promise<string> {
      const cart = await newCart(session)
      const lines = [1, 3].map((n) => ({ article: articleOf(n), quantity: "1" }))
      await api.post(`/store/carts/${cart}/lines`, { lines }, session)
      return cart
    }

    const order = async (session: Session): Promise<string> =>
      (await api.post(`/store/carts/${await filledCart(session)}/complete`, {}, session)).data.order.id

    async function hide(): Promise<void> {
      const staff = await createStaffSession(getContainer())
      const scope = { kind: "legal_entity", id: await idOf("legal_entity", "e1") }
      const targets = [
        { kind: "entry", variant_id: names["variant1"] },
        { kind: "brand", value: BRAND },
        { kind: "category", category_id: names["category"] },
        { kind: "list", articles: [secretArticleOf(6)] },
      ]
      for (const target of targets) {
        await api.post("/admin/visibility-rules", { name: "Rule", scope, target, shows: false }, staff)
      }
    }

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api, 6)
      sessions = { blind: trade.session, seeing: await trade.hire("2") }
      const carts = { blind: await filledCart(sessions.blind), seeing: await filledCart(sessions.seeing) }
      const orders = { blind: await order(sessions.blind), seeing: await order(sessions.seeing) }
      await loadRecords(getContainer(), [
        { kind: "package", content: "catalog", is_full: false, external_id: "c", formed_at: "2026-02-01T10:00:00", schema_version: "2.07" },
        ...[group("secret", "Тайный раздел"), group("plain", "Раздел")],
        { kind: "property", external_id: "color", name: "Цвет", value_type: "text", is_for_offers: false, is_deleted: false },
        ...HIDDEN.map(renamed),
        PLAIN,
        RELATED,
        ...[SUPPLIES_PACKAGE, supply("s1", HIDDEN.map((n) => supplyLine(`p${n}`, "10")))], // prettier-ignore
      ])
      names = {
        ...{ category: await idOf("group", "secret"), region: trade.store.region_id, brand: BRAND, color: COLOR },
        seen_entry: await idOf("offer", "p2"),
        ...{ order_of_blind: orders.blind, order_of_seeing: orders.seeing, cart_of_blind: carts.blind, cart_of_seeing: carts.seeing },
        ...{ contract_of_blind: await idOf("contract", "c1"), contract_of_seeing: await idOf("contract", "c2") },
      }
      for (const n of HIDDEN) {
        names[`variant${n}`] = await idOf("offer", `p${n}`)
        names[`product${n}`] = await idOf("product", `p${n}`)
        names[`title${n}`] = titleOf(n)
        names[`article${n}`] = secretArticleOf(n)
        names[`barcode${n}`] = barcodeOf(n)
      }
      for (const session of Object.values(sessions)) {
        await api.post("/store/favourites", { variant_ids: [names["variant1"], names["variant4"]], is_favourite: true }, session)
        await api.post("/store/notices", { kind: "price_drop", variant_id: names["variant1"] }, session)
        await api.post("/store/part-numbers", { part_numbers: [{ number: "own 1", variant_id: names["variant1"] }] }, session)
      }
      const ofGoods = Object.entries(names).filter(([name]) =>
        /^(variant|product|title|article|barcode)\d|^category|^brand|^color/.test(name)
      )
      secrets = [...ofGoods.map(([, value]) => value), "Тайный раздел"]
      await hide()
    })

    /** Sends a probe in a cart of its own, and tells what of the secrets was answered that was not asked by. */
    async function told(route: string, probe: Probe, who: keyof typeof sessions): Promise<string[]> {
      const session = sessions[who]
      const cart = JSON.stringify(probe).includes("{cart}") ? await newCart(session) : "nowhere"
      const of = (what: string) => names[`${what}_of_${who}`]
      const known = { ...names, cart, order: of("order"), contract: of("contract"), cart_of_old: of("cart") }
      const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => Reflect.get(known, name) ?? name)
      const [method = "", pattern = ""] = route.split(" ")
      const params = [...(probe.params ?? [])]
      const path = pattern.replace(/:\w+/g, () => fill(params.shift() ?? "nowhere"))
      const query = probe.query ? `?${fill(probe.query).replace(/[^\x21-\x7e]/g, encodeURIComponent)}` : ""
      const body = probe.body ? JSON.parse(fill(JSON.stringify(probe.body))) : {}
      const rows = probe.form?.map((row) => row.map((cell) => (typeof cell === "string" ? fill(cell) : cell)))
      const data = rows ? orderForm([["Артикул", "Ваш код", "Заказ"], ...rows]) : method === "GET" ? undefined : body
      const { text } = await send(method, `${path}${query}`, session, data)
      const sent = [fill(probe.query ?? ""), path, JSON.stringify(body), JSON.stringify(rows ?? [])].join(" ")
      return secrets.filter((secret) => text.includes(secret) && !sent.includes(secret) && !isOfLine(route, secret))
    }

    /** Whoever has ordered a product, or put it into a cart, has its id there. */
    const isOfLine = (route: string, secret: string) =>
      /orders|carts/.test(route) && (secret === names["variant1"] || secret === names["product1"])

    const probed = () => Object.entries(PROBES).flatMap(([route, probes]) => (Array.isArray(probes) ? [{ route, probes }] : []))

    it("knows every route of the store", () => {
      const closed = new Set(readTable(CLOSED_TABLE).map(({ route }) => route))
      const served = routesOf(app()).filter((route) => / \/store\//.test(route) && !/[*^$?]/.test(route) && !closed.has(route))
      expect(served.length).toBeGreaterThan(80)
      // A new route? Say in leak-probes.ts how it is asked for hidden goods, or why it says nothing of goods.
      expect({ unknown: served.filter((route) => !PROBES[route]) }).toEqual({ unknown: [] })
      expect({ gone: Object.keys(PROBES).filter((route) => !served.includes(route)) }).toEqual({ gone: [] })
    })

    it("no route tells anything of hidden goods, by whatever they are asked for; who sees them is told by each", async () => {
      const leaks: string[] = []
      const silent: string[] = []
      for (const { route, probes } of probed()) {
        let tells = false
        for (const probe of probes) {
          const leaked = await told(route, probe, "blind")
          leaks.push(...(leaked.length ? [`${route} ${JSON.stringify(probe)} told: ${leaked.join(", ")}`] : []))
          tells = tells || (await told(route, probe, "seeing")).length > 0
        }
        silent.push(...(tells ? [] : [route]))
      }
      expect({ leaks, silent: silent.filter((route) => !MAY_BE_SILENT.includes(route)) }).toEqual({ leaks: [], silent: [] })
    })

    it("nothing is counted that is hidden", async () => {
      const counts = async (session: Session) => {
        const get = async (path: string) => (await api.get(path, { ...session, validateStatus: () => true })).data
        const facets = (await get("/store/catalog/facets")).facets
        const valuesOf = (id: string) =>
          facets.filter((facet: { kind: string }) => facet.kind === id).flatMap(({ values }: { values: unknown }) => values)
        return {
          catalog: (await get("/store/catalog")).count,
          by_text: (await get(`/store/catalog?q=${encodeURIComponent("тайнатовар")}`)).count,
          in_stock: (await get("/store/catalog?in_stock=true")).count,
          counted_in_stock: (await get("/store/catalog/facets?count_in_stock=true")).in_stock?.count,
          brands: valuesOf("brand").length,
          colors: valuesOf("property").length,
          categories: (await get("/store/catalog/categories")).categories.map(({ entry_count }: { entry_count: number }) => entry_count),
          arrivals: (await get("/store/supplies/arrivals")).count,
          part_numbers: (await get("/store/part-numbers")).count,
          products: (await get("/store/products?fields=id")).count,
          variants: (await get("/store/product-variants?fields=id")).count,
        }
      }
      expect(await counts(sessions.blind)).toEqual({
        ...{
          catalog: SEEN,
          by_text: 0,
          in_stock: SEEN,
          counted_in_stock: SEEN,
          brands: 0,
          colors: 0,
          categories: [],
          arrivals: 0,
          part_numbers: 0,
        },
        ...{ products: SEEN, variants: SEEN },
      })
      const all = SEEN + HIDDEN.length
      expect(await counts(sessions.seeing)).toMatchObject({
        catalog: all,
        by_text: HIDDEN.length,
        brands: 2,
        colors: 2,
        part_numbers: 1,
        products: all,
      })
    })

    it("a text is corrected as if there were no hidden goods: neither their words nor their articles can be guessed by it", async () => {
      const search = async (who: keyof typeof sessions, q: string) => {
        const { count, corrected_to } = (await api.get(`/store/catalog?q=${encodeURIComponent(q)}`, sessions[who])).data
        return { count, corrected_to }
      }
      const left = { count: SEEN, corrected_to: "product" }
      for (const hidden of ["абракадабра", "тайнатовар", "тайнатовор", "nfqyfnjdfh", "тайна"]) {
        expect([hidden, await search("blind", `product ${hidden}`)]).toEqual([hidden, left])
      }
      expect(await search("blind", `prodact ${secretArticleOf(4)}`)).toEqual(await search("blind", "prodact TAYNO-994"))
      expect(await search("seeing", "product тайнатовар")).toEqual({ count: 0, corrected_to: null })
      expect(await search("seeing", "тайнатовор")).toEqual({ count: HIDDEN.length, corrected_to: "тайнатовар" })
    })

    it("orders are found by the article that a line has kept, and by that of now by who sees the product", async () => {
      const found = async (who: keyof typeof sessions, q: string): Promise<number> =>
        (await api.get(`/store/company-orders?q=${encodeURIComponent(q)}`, sessions[who])).data.count
      const [kept, now] = [articleOf(1), secretArticleOf(1)]
      expect([await found("seeing", kept), await found("seeing", now)]).toEqual([1, 1])
      expect([await found("blind", kept), await found("blind", now)]).toEqual([1, 0])
    })

    it("a price list has the goods that its dealer sees, whatever categories he names", async () => {
      const listOf = async (who: keyof typeof sessions, category_ids: string[]): Promise<string> => {
        const body = { format: "xlsx", category_ids }
        const { id } = (await api.post("/store/price-lists", body, sessions[who])).data.price_list
        const state = async () => (await api.get(`/store/price-lists/${id}`, sessions[who])).data.price_list.state
        for (let tries = 0; tries < 200 && (await state()) !== "done"; tries += 1) {
          await sleep(50)
        }
        return (await send("GET", `/store/price-lists/${id}/file`, sessions[who])).text
      }
      const tellsOf = (text: string) => secrets.filter((secret) => text.includes(secret))
      expect(tellsOf(await listOf("blind", []))).toEqual([])
      expect(tellsOf(await listOf("seeing", []))).toEqual(expect.arrayContaining(HIDDEN.map(secretArticleOf)))
    })
  },
})

/** A workbook as what stands in it; anything else as text. */
function textOf(content: Buffer): string {
  if (content.subarray(0, 2).toString() !== "PK") {
    return content.toString("utf8")
  }
  const book = XLSX.read(content)
  return Object.values(book.Sheets)
    .map((sheet) => XLSX.utils.sheet_to_csv(sheet))
    .join("\n")
}
