import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { queuePartner } from "../../../src/database/outbox/queue-partner"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { createManagerSession, createStaffSession } from "../../helpers/create-staff-session"
import { createWorld, type World } from "./world"

jest.setTimeout(240_000)

const GOOD = { inn: "7707083893", kpp: "773601001", ogrn: "1027700132195", okpo: "00032537" }

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let world: World
    let staff: { headers: Record<string, string> }

    beforeEach(async () => {
      world = await createWorld(getContainer())
      staff = await createStaffSession(getContainer())
    })

    type Person = keyof World["people"]
    type Session = { headers: Record<string, string> }
    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const lenient = ({ headers }: Session) => ({ headers, validateStatus: () => true })
    const get = (who: Session, path: string) => api.get(path, lenient(who))
    const post = (who: Session, path: string, body: object = {}) => api.post(path, body, lenient(who))
    const remove = (who: Session, path: string) => api.delete(path, lenient(who))
    const as = (who: Person) => world.people[who]
    const actions = async () => {
      const db: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const { rows } = await db.raw<{ rows: { action: string }[] }>(`select action from audit_entry order by at, id`)
      return rows.map((entry) => entry.action)
    }

    describe("delivery points", () => {
      const add = async (who: Person, legal_entity_id: string, name: string) =>
        post(as(who), "/store/delivery-points", { legal_entity_id, name, address: "Уфа, Ленина, 1" })

      it("are added, changed and taken out of use by those who may, for the entities they see", async () => {
        const { child, sibling } = world.entities
        const { status, data } = await add("child", child.id, "Склад")
        expect([status, data.delivery_point]).toEqual([
          200,
          expect.objectContaining({ legal_entity_id: child.id, kind: "delivery_point", name: "Склад", is_active: true, source: "portal" }),
        ])
        const path = `/store/delivery-points/${data.delivery_point.id}`
        expect((await post(as("child"), path, { comment: "въезд со двора", is_active: false })).data.delivery_point).toMatchObject({
          comment: "въезд со двора",
          is_active: false,
          address: "Уфа, Ленина, 1",
        })
        const { updated_at } = await company().retrieveDeliveryPoint(data.delivery_point.id)
        expect((await post(as("child"), path, { is_active: false })).data.delivery_point.comment).toBe("въезд со двора")
        expect((await company().retrieveDeliveryPoint(data.delivery_point.id)).updated_at).toEqual(updated_at)
        expect((await actions()).filter((action) => action === "delivery_point.updated")).toHaveLength(1)
        // The head leads the whole holding, the sibling only itself, a stranger nothing of it.
        expect((await post(as("head"), path, { is_active: true })).status).toBe(200)
        expect((await post(as("sibling"), path, { name: "Mine" })).status).toBe(404)
        expect((await add("sibling", child.id, "Theirs")).status).toBe(404)
        expect((await add("head", sibling.id, "Of the sibling")).status).toBe(200)
        const seen = async (who: Person, query = "") =>
          (await get(as(who), `/store/delivery-points${query}`)).data.delivery_points.map((point: { name: string }) => point.name)
        expect(await seen("head")).toEqual(["Of the sibling", "Склад"])
        expect(await seen("head", `?legal_entity_id=${child.id}&kind=delivery_point&is_active=true&q=ленина`)).toEqual(["Склад"])
        expect(await seen("head", "?q=%25")).toEqual([])
        expect(await seen("child")).toEqual(["Склад"])
        expect(await seen("stranger", `?legal_entity_id=${child.id}`)).toEqual([])
      })

      it("go to the ERP when they are made and with each change, and not when nothing changes", async () => {
        const waiting = async () =>
          getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)("erp_outbox").select("kind", "subject_id", "state", "revision")
        const { id } = (await add("child", world.entities.child.id, "Склад")).data.delivery_point
        const row = { kind: "delivery_point", subject_id: id, state: "pending" }
        expect(await waiting()).toEqual([{ ...row, revision: 1 }])
        await post(as("child"), `/store/delivery-points/${id}`, { name: "Склад" })
        expect(await waiting()).toEqual([{ ...row, revision: 1 }])
        await post(as("child"), `/store/delivery-points/${id}`, { is_active: false })
        expect(await waiting()).toEqual([{ ...row, revision: 2 }])
      })

      it("of the ERP are changed there, and an ordinary employee only looks", async () => {
        const { head } = world.entities
        const point = await company().createDeliveryPoints({ legal_entity_id: head.id, name: "From 1C", source: "erp" })
        const path = `/store/delivery-points/${point.id}`
        expect((await post(as("head"), path, { name: "Renamed" })).data).toMatchObject({ code: "erp_owned" })
        expect((await get(as("clerk"), "/store/delivery-points")).data.count).toBe(1)
        expect((await add("clerk", head.id, "Mine")).data).toMatchObject({ code: "right_missing" })
        expect((await post(as("clerk"), path, { name: "Mine" })).data).toMatchObject({ code: "right_missing" })
        expect((await post(as("head"), path, { source: "portal" })).status).toBe(400)
      })
    })

    describe("GET /store/legal-entities/:id", () => {
      it("tells an entity's people its requisites, accounts and managers", async () => {
        const { child } = world.entities
        const { user_id } = await createStaffSession(getContainer(), "olga@supplier.example")
        await company().updateLegalEntities({ id: child.id, ...GOOD, email: "office@dealer.test" })
        await company().createBankAccounts({ legal_entity_id: child.id, bic: "044525225", account: "1" })
        await company().createManagerAssignments({ legal_entity_id: child.id, user_id })
        const { data } = await get(as("child"), `/store/legal-entities/${child.id}`)
        expect(data.legal_entity).toMatchObject({
          ...GOOD,
          email: "office@dealer.test",
          bank_accounts: [{ bic: "044525225", faults: ["account_invalid"] }],
          managers: [{ name: "Staff", email: "olga@supplier.example", role: "manager" }],
        })
        expect((await get(as("sibling"), `/store/legal-entities/${child.id}`)).status).toBe(404)
      })
    })

    describe("consents", () => {
      it("keep version, time, address and browser, once for a version", async () => {
        const agree = (document_version: string) =>
          api.post(
            "/store/consents",
            { purpose: "personal_data", document_version },
            { headers: { ...as("child").headers, "user-agent": "Tester" } }
          )
        const first = (await agree("2026-01")).data.consent
        expect((await agree("2026-01")).data.consent.id).toBe(first.id)
        await agree("2026-02")
        const { data } = await get(as("child"), "/store/consents")
        expect(data.consents.map((consent: { document_version: string }) => consent.document_version)).toEqual(["2026-02", "2026-01"])
        const [kept] = await company().listConsents({ id: first.id })
        expect(kept).toMatchObject({ employee_id: as("child").id, user_agent: "Tester", ip: expect.stringMatching(/127\.0\.0\.1|::1/) })
        expect((await get(as("sibling"), "/store/consents")).data.count).toBe(0)
      })

      it("and assignments that are asked for several times at once are made and logged once", async () => {
        const { user_id } = await createManagerSession(getContainer(), { role: "manager" })
        const [{ email = "" } = {}] = await getContainer().resolve(Modules.USER).listUsers({ id: user_id })
        const [entity, holding] = [world.entities.child.id, world.entities.child.holding_id]
        for (const [who, path, body] of [
          [as("child"), "/store/consents", { purpose: "personal_data", document_version: "1" }],
          [staff, `/admin/legal-entities/${entity}/managers`, { email }],
          [staff, `/admin/holdings/${holding}/managers`, { email }],
        ] as const) {
          const answers = await Promise.all(Array.from({ length: 6 }, () => post(who, path, body)))
          expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 200))
        }
        expect(await company().listConsents({ employee_id: as("child").id })).toHaveLength(1)
        expect(await company().listManagerAssignments({ user_id })).toHaveLength(2)
        const made = (await actions()).filter((action) => ["consent.given", "manager_assignment.created"].includes(action))
        expect(made).toHaveLength(3)
      })
    })

    describe("the card of a client", () => {
      it("shows numbers that cannot be right, all terms of a contract and why it cannot be used", async () => {
        const { child } = world.entities
        const contract = world.contracts.child
        await company().updateLegalEntities({ id: child.id, inn: "7707083894" })
        await company().updateContracts({
          id: contract.id, state: "blocked", state_reason: "долг", region: "Урал", credit_limit: "1500000.5", warehouse_ids: ["sloc_none"],
        }) // prettier-ignore
        const { data } = await get(staff, `/admin/legal-entities/${child.id}`)
        expect(data.legal_entity).toMatchObject({
          inn: "7707083894",
          faults: ["inn_invalid"],
          source: "portal",
          contracts: [
            {
              id: contract.id,
              usable: false,
              refusal: { code: "contract_blocked" },
              terms: { region: "Урал", credit_limit: "1500000.50", state_reason: "долг", warehouses: [{ id: "sloc_none", name: null }] },
            },
          ],
        })
      })

      it("lets staff correct what was made here and nothing of the ERP's, with numbers that can be right", async () => {
        const path = `/admin/legal-entities/${world.entities.child.id}`
        expect((await post(staff, path, { ...GOOD, inn: "7707083894" })).data).toMatchObject({ code: "inn_invalid" })
        expect((await post(staff, path, { ...GOOD, address: "Уфа", kpp: "" })).data.legal_entity).toMatchObject({
          ...GOOD,
          kpp: null,
          address: "Уфа",
        })
        // Nothing new is neither written nor logged.
        const { updated_at } = await company().retrieveLegalEntity(world.entities.child.id)
        expect((await post(staff, path, { address: "Уфа" })).data.legal_entity).toMatchObject({ address: "Уфа" })
        expect((await company().retrieveLegalEntity(world.entities.child.id)).updated_at).toEqual(updated_at)
        expect((await post(staff, path, { state: "blocked" })).status).toBe(400)
        await company().updateLegalEntities({ id: world.entities.child.id, source: "erp" })
        expect((await post(staff, path, { address: "Москва" })).data).toMatchObject({ code: "erp_owned" })
        expect((await get(staff, path)).data.legal_entity.address).toBe("Уфа")
        expect((await actions()).filter((action) => action === "legal_entity.updated")).toHaveLength(1)
      })

      it("corrects an entity that the ERP was told of there too, and no other", async () => {
        const { child, sibling } = world.entities
        const db: Knex = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        await queuePartner(db, { kind: "legal_entity", subject_id: child.id })
        await db("erp_outbox").update({ state: "confirmed" })
        for (const { id } of [child, sibling]) {
          expect((await post(staff, `/admin/legal-entities/${id}`, { phone: "+7" })).status).toBe(200)
        }
        expect(await db("erp_outbox").select("subject_id", "state", "revision")).toEqual([
          { subject_id: child.id, state: "pending", revision: 2 },
        ])
      })

      it("gives the client to a manager and takes him back, but not from the ERP's", async () => {
        const { child } = world.entities
        const path = `/admin/legal-entities/${child.id}/managers`
        const olga = await createManagerSession(getContainer(), { role: "manager" })
        const [{ email = "" } = {}] = await getContainer().resolve(Modules.USER).listUsers({ id: olga.user_id })
        expect((await get(olga, `/admin/legal-entities/${child.id}`)).status).toBe(404)
        expect((await post(staff, path, { email: "nobody@supplier.example" })).data).toMatchObject({ code: "user_unknown" })
        const { managers } = (await post(staff, path, { email: email.toUpperCase() })).data.legal_entity
        expect((await post(staff, path, { email })).data.legal_entity.managers).toEqual(managers)
        expect(managers).toMatchObject([{ user_id: olga.user_id, role: "manager", source: "portal", of_holding: false }])
        expect((await get(olga, `/admin/legal-entities/${child.id}`)).status).toBe(200)
        // Nobody helps himself to clients.
        expect((await post(olga, path, { email, role: "assistant" })).data).toMatchObject({ code: "role_insufficient" })
        expect((await remove(staff, `${path}/${managers[0].id}`)).data.legal_entity.managers).toEqual([])
        expect((await get(olga, `/admin/legal-entities/${child.id}`)).status).toBe(404)
        const byErp = await company().createManagerAssignments({
          legal_entity_id: child.id,
          manager_email: email,
          external_id: "m1",
          source: "erp",
        })
        expect((await remove(staff, `${path}/${byErp.id}`)).data).toMatchObject({ code: "erp_owned" })
        const elsewhere = `/admin/legal-entities/${world.entities.sibling.id}/managers/${byErp.id}`
        expect((await remove(staff, elsewhere)).status).toBe(404)
      })

      it("lists names as people read them, whatever the database compares texts by", async () => {
        const names = ["Яхты", "ёлки", "Жуки", "Ель", "еда", "Zebra", "zoo"]
        for (const name of names) {
          await post(staff, "/admin/client-categories", { name })
        }
        const { client_categories, count } = (await get(staff, "/admin/client-categories?limit=4")).data
        const rest = (await get(staff, "/admin/client-categories?limit=4&offset=4")).data.client_categories
        expect(count).toBe(names.length)
        expect([...client_categories, ...rest].map(({ name }: { name: string }) => name)).toEqual([
          "Zebra",
          "zoo",
          "еда",
          "ёлки",
          "Ель",
          "Жуки",
          "Яхты",
        ])
      })

      it("puts the client into categories and takes him out, but not out of the ERP's", async () => {
        const path = `/admin/legal-entities/${world.entities.child.id}/categories`
        const { client_category } = (await post(staff, "/admin/client-categories", { name: " Опт " })).data
        expect(client_category).toMatchObject({ name: "Опт", source: "portal" })
        const client_category_id = client_category.id
        const renamed = await post(staff, `/admin/client-categories/${client_category_id}`, { name: "Крупный опт" })
        expect(renamed.data.client_category.name).toBe("Крупный опт")
        await post(staff, path, { client_category_id })
        const twice = await post(staff, path, { client_category_id })
        expect(twice.data.legal_entity.categories).toEqual([{ id: client_category_id, name: "Крупный опт", source: "portal" }])
        expect((await remove(staff, `${path}/${client_category_id}`)).data.legal_entity.categories).toEqual([])
        expect((await post(staff, path, { client_category_id: "none" })).status).toBe(404)
        const erp = await company().createClientCategories({ name: "Из 1С", source: "erp" })
        const pair = { legal_entity_id: world.entities.child.id, client_category_id: erp.id }
        await company().createLegalEntityCategories({ ...pair, source: "erp" })
        expect((await remove(staff, `${path}/${erp.id}`)).data).toMatchObject({ code: "erp_owned" })
        expect((await post(staff, `/admin/client-categories/${erp.id}`, { name: "X" })).data).toMatchObject({ code: "erp_owned" })
        const list = (await get(staff, "/admin/client-categories?q=опт")).data
        expect([list.count, list.client_categories[0].name]).toEqual([1, "Крупный опт"])
      })

      it("leads to the holding with its head and its managers", async () => {
        const { head } = world.entities
        const holdingId = head.holding_id ?? ""
        const olga = await createStaffSession(getContainer(), "olga@supplier.example")
        const { data } = await post(staff, `/admin/holdings/${holdingId}/managers`, { email: "olga@supplier.example", role: "assistant" })
        expect(data.holding).toMatchObject({ id: holdingId, head: { id: head.id }, entity_count: 3, managers: [{ user_id: olga.user_id }] })
        expect((await get(staff, `/admin/legal-entities/${world.entities.child.id}`)).data.legal_entity.managers).toMatchObject([
          { user_id: olga.user_id, of_holding: true, role: "assistant" },
        ])
        const path = `/admin/holdings/${holdingId}/managers/${data.holding.managers[0].id}`
        expect((await remove(staff, path)).data.holding.managers).toEqual([])
        expect((await get(staff, "/admin/holdings/none")).status).toBe(404)
      })
    })
  },
})
