import type { ErpRecord } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { tellNoticesWorkflow } from "../../../src/workflows/catalog/tell-notices"
import { createEmployee } from "../../helpers/create-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { articleOf, change, createTrade, internalId } from "../../helpers/create-trade"
import { dealerSession } from "../../helpers/dealer-session"
import { loadRecords } from "../../helpers/load-records"
import { keepMails, mailsTo } from "../../helpers/mails"

jest.setTimeout(240_000)

const mails = keepMails()

type Session = { headers: Record<string, string> }
type Entry = { article: string; variant_id: string }
type Notice = { id: string; kind: string; told_price: string | null; entry: Entry }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let trade: Awaited<ReturnType<typeof createTrade>>
    let person: { email: string; password: string; id: string }
    let dealer: Session
    let variants: string[]

    beforeEach(async () => {
      trade = await createTrade(getContainer(), api)
      const legal_entity_id = await internalId(getContainer(), "legal_entity", "e1")
      person = await createEmployee(getContainer(), { legal_entity_id, role: "privileged" })
      dealer = await dealerSession(api, trade.storefront, person)
      variants = (await get("/store/catalog?sort=article")).entries.map(({ variant_id }: Entry) => variant_id)
    })

    const anyStatus = { validateStatus: () => true }
    const get = async (path: string, session: Session = dealer) => (await api.get(path, { ...session, ...anyStatus })).data
    const post = async (path: string, body: object, session: Session = dealer) =>
      (await api.post(path, body, { ...session, ...anyStatus })).data
    const ask = (kind: string, n: number) => post("/store/notices", { kind, variant_id: variants[n - 1] ?? "" })
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const tell = async () => (await tellNoticesWorkflow(getContainer()).run()).result.told
    const inStock = (n: number, quantity: string) => load(change.stock(n, "near", quantity), change.stock(n, "far", "0"))
    const notices = async (state: string): Promise<string[]> =>
      (await get(`/store/notices?state=${state}`)).notices.map(
        ({ kind, entry, told_price }: Notice) => `${kind} ${entry.article} ${told_price}`
      )

    it("a person is told once, by one mail, of what is in stock again and what costs less", async () => {
      await inStock(1, "0")
      expect(await ask("back_in_stock", 2)).toMatchObject({ code: "in_stock_already" })
      const { notice } = await ask("back_in_stock", 1)
      expect((await ask("back_in_stock", 1)).notice.id).toBe(notice.id)
      await ask("price_drop", 3)
      await ask("price_drop", 4)
      expect(await tell()).toBe(0)
      await inStock(1, "5")
      await load(change.price(3, "wholesale", "3.40"), change.price(4, "wholesale", "4.60"))
      expect(await tell()).toBe(2)
      expect(await tell()).toBe(0)
      expect((await notices("told")).sort()).toEqual([`back_in_stock ${articleOf(1)} 1.50`, `price_drop ${articleOf(3)} 3.40`])
      expect(await notices("waiting")).toEqual([`price_drop ${articleOf(4)} null`])
      const sent = mailsTo(mails, person.email)
      expect(sent).toHaveLength(1)
      expect(sent[0]).toContain(`Product 1 (${articleOf(1)}): снова в наличии, ваша цена 1.50 RUB`)
      expect(sent[0]).toContain(`Product 3 (${articleOf(3)}): цена снижена с 3.50 до 3.40 RUB`)
      expect(sent[0]).not.toContain(articleOf(4))
    })

    it("nothing is told of what is hidden, has no price, or was given up, nor to who may not work for the entity any more", async () => {
      const staff = await createStaffSession(getContainer())
      const db = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      await ask("price_drop", 1)
      await ask("price_drop", 2)
      const { notice } = await ask("price_drop", 3)
      expect(await post("/store/notices", { kind: "price_drop", variant_id: "variant_nowhere" })).toMatchObject({ type: "not_found" })
      const other = await trade.hire("1")
      const lenient = { ...other, ...anyStatus }
      expect((await api.delete(`/store/notices/${notice.id}`, lenient)).status).toBe(404)
      expect((await api.delete(`/store/notices/${notice.id}`, dealer)).data).toMatchObject({ deleted: true })
      const target = { kind: "list", articles: [articleOf(1)] }
      const hidden = await post("/admin/visibility-rules", { name: "No", scope: { kind: "everyone" }, target, shows: false }, staff)
      await load(change.price(1, "wholesale", "1"), change.price(3, "wholesale", "1"))
      await db.raw(`delete from type_price where entry_key = (select key from catalog_entry where variant_id = ?)`, [variants[1] ?? ""])
      expect(await tell()).toBe(0)
      expect(await notices("waiting")).toEqual([`price_drop ${articleOf(2)} null`])
      expect(await ask("price_drop", 2)).toMatchObject({ code: "no_price" })
      await api.delete(`/admin/visibility-rules/${hidden.visibility_rule.id}`, staff)
      await db.raw(`update employee set state = 'blocked' where id = ?`, [person.id])
      expect(await tell()).toBe(0)
      await db.raw(`update employee set state = 'active' where id = ?`, [person.id])
      await db.raw(`update employee_membership set deleted_at = now() where employee_id = ?`, [person.id])
      expect(await tell()).toBe(0)
      await db.raw(`update employee_membership set deleted_at = null where employee_id = ?`, [person.id])
      expect(await tell()).toBe(1)
      expect(mailsTo(mails, person.email)).toHaveLength(1)
    })
  },
})
