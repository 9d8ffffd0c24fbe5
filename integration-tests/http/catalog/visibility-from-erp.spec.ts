import type { ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { quantityRulesOf } from "../../../src/database/queries/order-rules"
import { Migration20261202060655 } from "../../../src/modules/contract-pricing/migrations/Migration20261202060655"
import { answerOf } from "../../helpers/answer-of"
import { createCatalog, type ProductFixture } from "../../helpers/create-catalog"
import { createContract } from "../../helpers/create-contract"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createSignedInEmployee } from "../../helpers/create-signed-in-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords, TEST_SOURCE } from "../../helpers/load-records"

jest.setTimeout(240_000)

const PRODUCTS: ProductFixture[] = [
  { id: "drill", name: "Дрель", article: "DR-1", group: "drills", prices: { dealer: "1" }, product: { manufacturer: "Bosch" } },
  { id: "saw", name: "Пила", article: "SW-1", group: "tools", prices: { dealer: "1" } },
  { id: "box", name: "Ящик", article: "BX-1", prices: { dealer: "1" } },
]

type Rule = Extract<ErpRecord, { kind: "visibility_rule" }>

const rule = (external_id: string, data: Partial<Rule> = {}): Rule => ({
  ...{ kind: "visibility_rule", external_id, name: external_id, scope: { kind: "everyone", external_id: null } },
  ...{ target: {}, effect: "hide", is_deleted: false, ...data },
})

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let staff: { headers: Record<string, string> }
    let dealer: { headers: Record<string, string> }

    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const found = async (): Promise<string[]> => {
      const { data } = await api.get("/store/catalog?sort=name", dealer)
      return data.entries.map(({ article }: { article: string }) => article)
    }
    const contract = { kind: "contract", external_id: "c1" } as const

    beforeEach(async () => {
      const catalog = await createCatalog(getContainer(), PRODUCTS)
      staff = await createStaffSession(getContainer())
      const entity = await createLegalEntity(getContainer())
      const { id } = await createContract(getContainer(), {
        legal_entity_id: entity.id,
        price_type_id: catalog.idOf("price_type", "dealer"),
      })
      await db()("erp_mapping").insert({ source: TEST_SOURCE, kind: "contract", external_id: "c1", internal_id: id })
      const storefront = { headers: { "x-publishable-api-key": catalog.store.publishable_key } }
      dealer = await createSignedInEmployee(getContainer(), storefront, { legal_entity_id: entity.id })
    })

    it("rules of the ERP hide and show by group, brand and list, each as it was last told", async () => {
      const first = await load(
        rule("drills", { target: { group_external_id: "drills" } }),
        rule("list", { target: { offer_external_ids: ["box"] } })
      )
      expect(first.counts["visibility_rules"]).toMatchObject({ received: 2, created: 2 })
      await expect(found()).resolves.toEqual(["SW-1"])
      const again = await load(
        rule("drills", { target: { group_external_id: "drills" } }),
        rule("list", { target: { offer_external_ids: ["box"] } })
      )
      expect(again.written).toEqual({})
      await load(
        rule("list", { target: { offer_external_ids: ["saw"] } }),
        rule("brand", { target: { brand: "Bosch" }, scope: contract, effect: "show" })
      )
      await expect(found()).resolves.toEqual(["DR-1", "BX-1"])
      await load(rule("brand", { target: { brand: "Bosch" }, scope: contract, effect: "hide" }))
      await expect(found()).resolves.toEqual(["BX-1"])
      const gone = await load(rule("list", { is_deleted: true }), rule("brand", { is_deleted: true }), rule("drills", { is_deleted: true }))
      expect(gone.counts["visibility_rules"]).toMatchObject({ deleted: 3 })
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "BX-1"])
    })

    it("a contract that sees a list alone has two rules", async () => {
      const assortment: Partial<Rule> = { target: { offer_external_ids: ["saw"] }, scope: contract, effect: "show" }
      await load(rule("nothing", { scope: contract }), rule("assortment", assortment))
      await expect(found()).resolves.toEqual(["SW-1"])
      await load(rule("assortment", { ...assortment, target: { offer_external_ids: ["box", "nowhere"] } }))
      await expect(found()).resolves.toEqual(["BX-1"])
    })

    it("one for whom or what is unknown is skipped and told; the rest of the package holds", async () => {
      const outcome = await load(
        rule("nobody", { scope: { kind: "contract", external_id: "nowhere" } }),
        rule("nothing", { target: { group_external_id: "nowhere" } }),
        rule("partly", { target: { offer_external_ids: ["box", "nowhere"] } })
      )
      expect(outcome).toMatchObject({ issue_count: 3, counts: { visibility_rules: { received: 3, created: 1 } } })
      const issues = await db()("exchange_run_issue").orderBy("position").select("severity", "code", "subject")
      expect(issues).toEqual([
        { severity: "error", code: "visibility_scope_unknown", subject: "nobody" },
        { severity: "error", code: "visibility_group_unknown", subject: "nothing" },
        { severity: "warning", code: "visibility_offer_unknown", subject: "nowhere" },
      ])
      await expect(found()).resolves.toEqual(["DR-1", "SW-1"])
    })

    it("a list hides goods that come later from their first moment on, unless it is told without them meanwhile", async () => {
      const hidden = rule("list", { target: { offer_external_ids: ["box", "late", "later"] } })
      const coming = (id: string, article: string) =>
        createCatalog(getContainer(), [{ id, name: `Поздний ${id}`, article, prices: { dealer: "1" } }])
      expect((await load(hidden)).issue_count).toBe(2)
      expect((await load(hidden)).written).toEqual({ exchange_run_issue: 2 })
      await coming("late", "LT-1")
      await expect(found()).resolves.toEqual(["DR-1", "SW-1"])
      expect((await load(hidden)).issue_count).toBe(1)
      await load(rule("list", { target: { offer_external_ids: ["late"] } }))
      await coming("later", "LT-2")
      await expect(found()).resolves.toEqual(["DR-1", "SW-1", "LT-2", "BX-1"])
      await load(rule("list", { target: { offer_external_ids: ["last"] } }))
      await load(rule("list", { is_deleted: true }))
      await coming("last", "LT-3")
      await expect(found()).resolves.toContain("LT-3")
      expect(await db()("erp_awaited")).toEqual([])
    })

    describe("the plain item of a product with characteristics", () => {
      const gloves = (...sizes: string[]): ProductFixture => ({
        ...{ id: "gloves", name: "Перчатки", article: "GL-1", prices: { dealer: "1" } },
        offers: sizes.map((size) => ({ external_id: `gloves#${size}`, characteristics: [{ name: "Размер", value: size }] })),
      })
      const LIST = rule("list", { target: { offer_external_ids: ["gloves"] } })
      const shown = async () => (await found()).filter((article) => article === "GL-1").length

      it("on a list is all of them, those that come later too, until the list is told without it", async () => {
        await createCatalog(getContainer(), [gloves("M", "L")])
        expect(await shown()).toBe(2)
        await load(LIST)
        expect(await shown()).toBe(0)
        expect((await load(LIST)).written).toEqual({})
        await createCatalog(getContainer(), [gloves("M", "L", "XL")])
        expect(await shown()).toBe(0)
        await load(rule("list", { target: { offer_external_ids: ["gloves#M"] } }))
        expect(await shown()).toBe(2)
      })

      it("is so when it was named before it came", async () => {
        await load(LIST)
        await createCatalog(getContainer(), [gloves("M", "L")])
        expect(await shown()).toBe(0)
      })

      it("that was sold by itself and is on a list of the staff hides those that it is given", async () => {
        await createCatalog(getContainer(), [{ ...gloves(), offers: [{}] }])
        const target = { kind: "list", articles: ["GL-1"] }
        const draft = { name: "Mine", scope: { kind: "everyone" }, target, shows: false }
        expect((await answerOf(api.post("/admin/visibility-rules", draft, staff))).status).toBe(200)
        await createCatalog(getContainer(), [gloves("M", "L")])
        expect(await shown()).toBe(0)
      })

      it("is named by a rule of the staff with all of them, tried and saved, and also when the rule is changed later", async () => {
        const catalog = await createCatalog(getContainer(), [gloves("M", "L")])
        const variant_id = catalog.idOf("offer", "gloves")
        const PATH = "/admin/visibility-rules"
        const draft = (name: string) => ({ name, scope: { kind: "everyone" }, target: { kind: "entry", variant_id }, shows: false })
        const { preview } = (await api.post(`${PATH}/preview`, { draft: draft("Mine") }, staff)).data
        expect(preview.groups).toMatchObject([{ hidden: 2, shown: 0 }])
        const { visibility_rule: made } = (await api.post(PATH, draft("Mine"), staff)).data
        expect([made.target.id, await shown()]).toEqual([variant_id, 0])
        const { updated_at } = made
        const { visibility_rule: renamed } = (await api.post(`${PATH}/${made.id}`, { ...draft("Ours"), updated_at }, staff)).data
        expect([renamed.name, renamed.target.id, await shown()]).toEqual(["Ours", variant_id, 0])
        const order_rule = { scope: { kind: "everyone" }, target: { variant_id }, multiplicity: "6" }
        const tried = (await api.post("/admin/order-rules/preview", { order_rule }, staff)).data.preview
        expect(tried).toMatchObject({ touched: { products: 2 }, changed: 2 })
      })

      it("has them on the lists from before: upgrading puts them there", async () => {
        await createCatalog(getContainer(), [gloves("M", "L")])
        await load(LIST)
        await db().raw("delete from trait_entry x using catalog_entry e where e.key = x.entry_key and e.is_listed")
        expect(await shown()).toBe(2)
        const migration = new Migration20261202060655({} as never, {} as never)
        await migration.up()
        for (const statement of migration.getQueries()) {
          await db().raw(String(statement))
        }
        expect(await shown()).toBe(0)
        expect((await load(LIST)).written).toEqual({})
      })

      it("has each of them follow its order rule, unless one names the very characteristic", async () => {
        const catalog = await createCatalog(getContainer(), [gloves("M", "L")])
        const orderRule = (external_id: string, offer_external_id: string, multiplicity: string): ErpRecord => ({
          ...{ kind: "order_rule", external_id, scope: { kind: "everyone", external_id: null }, target: { offer_external_id, group_external_id: null } },
          ...{ unit_code: null, multiplicity, minimum: null, maximum: null, document: null, is_deleted: false },
        }) // prettier-ignore
        await load(orderRule("r1", "gloves", "6"), orderRule("r2", "gloves#L", "4"))
        const { id: contract_id } = await db()("contract").first("id")
        const ofVariant = async (offer: string): Promise<number> =>
          (
            await db()("catalog_entry")
              .where({ variant_id: catalog.idOf("offer", offer) })
              .first("key")
          ).key
        const keys = await Promise.all(["gloves#M", "gloves#L", "saw"].map(ofVariant))
        const held = await quantityRulesOf(db(), { contract_id, entry_keys: keys })
        expect(keys.map((key) => held.get(key)?.multiplicity)).toEqual(["6", "4", "1"])
      })
    })

    it("they are logged, shown to the staff, and changed in the ERP alone", async () => {
      await load(rule("brand", { target: { brand: "Bosch" } }))
      const { data } = await api.get("/admin/visibility-rules", staff)
      expect(data.visibility_rules).toMatchObject([{ name: "brand", source: "erp", shows: false }])
      const [{ id, updated_at }] = data.visibility_rules
      const draft = { name: "Mine", scope: { kind: "everyone" }, target: { kind: "everything" }, shows: true, updated_at }
      expect(await answerOf(api.post(`/admin/visibility-rules/${id}`, draft, staff))).toMatchObject({
        status: 400,
        data: { code: "erp_owned" },
      })
      expect(await answerOf(api.delete(`/admin/visibility-rules/${id}`, staff))).toMatchObject({ status: 400, data: { code: "erp_owned" } })
      const log = await api.get("/admin/audit-entries?subject_type=visibility_rule", staff)
      expect(log.data.audit_entries).toMatchObject([
        {
          action: "visibility_rule.created",
          actor: { kind: "exchange" },
          after: { name: "brand", target: "brand", goods: "Bosch", shows: false },
        },
      ])
    })
  },
})
