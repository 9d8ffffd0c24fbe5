import type { ErpContract, ErpDeliveryPoint, ErpLegalEntity, ErpPerson, ErpRecord } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { queuePartner } from "../../../src/database/outbox/queue-partner"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { Supplier } from "../../../src/plugins/onec/src/emulator/generate/supplier"
import { bindManagerAssignmentsWorkflow } from "../../../src/workflows/company/bind-manager-assignments"
import { createEmployee } from "../../helpers/create-employee"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(300_000)

const holding = (id: string): ErpRecord => ({ kind: "holding", external_id: id, name: `Holding ${id}`, is_deleted: false })

const entity = (id: string, facts: Partial<ErpLegalEntity> = {}): ErpRecord => ({
  kind: "legal_entity",
  external_id: id,
  name: `Entity ${id}`,
  is_deleted: false,
  ...facts,
})

const point = (id: string, facts: Partial<ErpDeliveryPoint> = {}): ErpRecord => ({
  kind: "delivery_point",
  external_id: id,
  legal_entity_external_id: "a",
  is_consignee: false,
  name: `Point ${id}`,
  is_deleted: false,
  ...facts,
})

const person = (id: string, facts: Partial<ErpPerson> = {}): ErpRecord => ({
  kind: "person",
  external_id: id,
  name: `Person ${id}`,
  email: `${id}@dealers.example`,
  is_deleted: false,
  ...facts,
})

const contract = (facts: Partial<ErpContract> = {}): ErpRecord => ({
  kind: "contract",
  external_id: "k1",
  number: "Д-1",
  legal_entity_external_id: "a",
  supplier_entity_external_id: "s1",
  price_type_external_id: "wholesale",
  currency_code: "rub",
  starts_on: null,
  ends_on: null,
  is_blocked: false,
  is_deleted: false,
  ...facts,
})

const seller: ErpRecord[] = [
  { kind: "supplier_entity", external_id: "s1", name: "Supplier", is_deleted: false },
  { kind: "price_type", external_id: "wholesale", name: "Оптовая", currency_code: "rub", includes_vat: true },
  { kind: "warehouse", external_id: "near", name: "Near", is_deleted: false },
]

const ACCOUNT = { bic: "044525974", account: "30232810100000000004", bank_name: "Bank", correspondent_account: null, is_default: false }

/** All that the emulated ERP knows of its clients, as the records of one package. */
function emulatedPartners(entities: number): ErpRecord[] {
  const supplier = new Supplier({ entities, products: 1 })
  const { clientCategories, holdings, supplierEntities, legalEntities, contracts, deliveryPoints, people } = supplier.partners()
  return [
    ...supplier.priceTypes.map(({ id, name }) => ({ kind: "price_type" as const, external_id: id, name, currency_code: "rub", includes_vat: true })),
    ...supplier.warehouses.map(({ id, name }) => ({ kind: "warehouse" as const, external_id: id, name, is_deleted: false })),
    ...clientCategories.map((row) => ({ kind: "client_category" as const, ...row })),
    ...holdings.map((row) => ({ kind: "holding" as const, ...row })),
    ...supplierEntities.map((row) => ({ kind: "supplier_entity" as const, ...row })),
    ...legalEntities.map((row) => ({ kind: "legal_entity" as const, ...row })),
    ...contracts.map((row) => ({ kind: "contract" as const, ...row })),
    ...deliveryPoints.map((row) => ({ kind: "delivery_point" as const, ...row })),
    ...people.map((row) => ({ kind: "person" as const, ...row })),
  ] // prettier-ignore
}

const inHolding = (id: string, holdingId: string, is_head: boolean) => entity(id, { holding_external_id: holdingId, is_head })

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const load = (...records: ErpRecord[]) => loadRecords(getContainer(), records)
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => ((await db().raw(sql)) as { rows: Row[] }).rows
    const issueCodes = async () =>
      (await rowsOf<{ code: string }>(`select code from exchange_run_issue order by created_at, position`)).map((row) => row.code)
    const heads = async () =>
      (await rowsOf<{ name: string }>(`select name from legal_entity where is_head order by name`)).map((row) => row.name)

    describe("the head of a holding", () => {
      it("changes within one package, exchanges with another, and leaves with its holding", async () => {
        const first = [holding("h1"), holding("h2"), inHolding("a", "h1", true), inHolding("b", "h1", false), inHolding("c", "h2", true)]
        await load(...first)
        expect(await heads()).toEqual(["Entity a", "Entity c"])
        await load(inHolding("b", "h1", true), inHolding("a", "h1", false))
        expect(await heads()).toEqual(["Entity b", "Entity c"])
        await load(inHolding("b", "h2", true), inHolding("c", "h1", true))
        expect(await heads()).toEqual(["Entity b", "Entity c"])
        // Moved without a word of being a head, it is none there.
        await load(entity("c", { holding_external_id: "h2" }))
        expect(await heads()).toEqual(["Entity b"])
        expect(await issueCodes()).toEqual([])
      })

      it("is replaced by one that alone is named anew, and the last one named counts", async () => {
        await load(holding("h1"), inHolding("a", "h1", true), inHolding("b", "h1", false), inHolding("c", "h1", false))
        await load(inHolding("b", "h1", true))
        expect(await heads()).toEqual(["Entity b"])
        await load(inHolding("a", "h1", true), inHolding("c", "h1", true))
        expect(await heads()).toEqual(["Entity c"])
        expect(await issueCodes()).toEqual(["holding_head_twice"])
      })
    })

    describe("the log of actions", () => {
      type Entry = {
        action: string
        subject_id: string
        legal_entity_id: string | null
        before: unknown
        after: Record<string, unknown> | null
      }
      const entries = () =>
        rowsOf<Entry>(
          `select action, subject_id, legal_entity_id, before, after from audit_entry where actor_kind = 'exchange' order by at, id`
        )

      it("tells what a package did to entities, contracts, people and managers, field by field, with the run as the actor", async () => {
        const managers = [{ external_id: "m1", name: "Manager", email: "m1@supplier.example", role: "manager" as const }]
        await load(...seller, entity("a", { inn: "7707083893", managers }), contract(), person("p1", { legal_entity_external_ids: ["a"] }))
        const [{ id: entityId } = { id: "" }] = await rowsOf<{ id: string }>(`select id from legal_entity`)
        const made = await entries()
        expect(made.map(({ action }) => action).sort()).toEqual([
          "contract.created",
          "employee.created",
          "employee.entity_added",
          "legal_entity.created",
          "manager_assignment.created",
        ])
        expect(made.find(({ action }) => action === "contract.created")).toMatchObject({
          legal_entity_id: entityId,
          before: null,
          after: { number: "Д-1", state: "active", currency_code: "rub" },
        })
        await load(
          entity("a", { inn: "7707083893", is_blocked: true, state_reason: "Debt", managers: [] }),
          contract({ is_blocked: true, credit_limit: "100000.00" }),
          person("p1", { is_blocked: true, legal_entity_external_ids: [] })
        )
        const changed = (await entries()).slice(made.length)
        expect(changed.map(({ action }) => action).sort()).toEqual([
          "contract.blocked",
          "employee.blocked",
          "employee.entity_removed",
          "legal_entity.blocked",
          "manager_assignment.deleted",
        ])
        expect(changed.find(({ action }) => action === "legal_entity.blocked")).toEqual({
          action: "legal_entity.blocked",
          subject_id: entityId,
          legal_entity_id: entityId,
          before: { state: "active" },
          after: { state: "blocked", state_reason: "Debt" },
        })
        expect(changed.find(({ action }) => action === "contract.blocked")).toMatchObject({
          before: { state: "active" },
          after: { state: "blocked", credit_limit: 100000 },
        })
        expect(changed.find(({ action }) => action === "employee.blocked")).toMatchObject({
          legal_entity_id: entityId,
          before: { state: "active" },
          after: { state: "blocked" },
        })
        const actors = await rowsOf<{ actor_id: string; actor_name: string }>(`select distinct actor_id, actor_name from audit_entry`)
        expect(actors).toHaveLength(2)
        expect(actors.every(({ actor_id, actor_name }) => actor_id.startsWith("xrun_") && actor_name === "test-erp")).toBe(true)
      })

      it("says nothing of a package that changes nothing", async () => {
        await load(...seller, entity("a"), contract(), person("p1", { legal_entity_external_ids: ["a"] }))
        const made = await entries()
        await load(...seller, entity("a"), contract(), person("p1", { legal_entity_external_ids: ["a"] }))
        expect(await entries()).toEqual(made)
      })
    })

    describe("what the emulated ERP sends", () => {
      it("is taken without a remark, and writes nothing when it comes again", async () => {
        const records = emulatedPartners(60)
        const first = await load(...records)
        expect(await issueCodes()).toEqual([])
        expect(first.counts).toMatchObject({
          client_categories: { created: 4 },
          legal_entities: { created: 60 },
          contracts: { created: 60 },
          people: { created: 120 },
        })
        expect(first.counts["bank_accounts"]?.created).toBeGreaterThan(60)
        expect(first.counts["delivery_points"]?.created).toBeGreaterThan(60)
        expect(first.counts["managers"]?.created).toBeGreaterThan(30)
        const again = await load(...records)
        expect(again.written).toEqual({})
        expect(again.counts["people"]).toMatchObject({ created: 0, updated: 0, unchanged: 120 })
      })
    })

    describe("a legal entity", () => {
      it("is taken with numbers that cannot be right, each with a remark", async () => {
        await load(entity("a", { inn: "7707083894", ogrn: "1", okpo: "2", kpp: "3", bank_accounts: [{ ...ACCOUNT, bic: "1" }] }))
        expect(await issueCodes()).toEqual(["inn_invalid", "kpp_invalid", "ogrn_invalid", "okpo_invalid", "bic_invalid"])
        expect(await rowsOf(`select inn, ogrn, source, state from legal_entity`)).toEqual([
          { inn: "7707083894", ogrn: "1", source: "erp", state: "active" },
        ])
      })

      it("has the accounts of the ERP's list, which takes over one that was made here and drops none that it never named", async () => {
        const other = { ...ACCOUNT, account: "30232810400000000005" }
        await load(entity("a", { bank_accounts: [ACCOUNT, other] }))
        const [row] = await rowsOf<{ id: string }>(`select id from legal_entity`)
        await company().createBankAccounts({ legal_entity_id: row?.id ?? "", bic: "044525225", account: "1" })
        await load(entity("a", { bank_accounts: [{ ...other, bank_name: "Bank 2" }] }))
        expect(await rowsOf(`select account, bank_name, is_default, source from bank_account order by account`)).toEqual([
          { account: "1", bank_name: null, is_default: false, source: "portal" },
          { account: other.account, bank_name: "Bank 2", is_default: true, source: "erp" },
        ])
        // Not mentioned is not gone.
        expect((await load(entity("a"))).written).toEqual({})
      })

      it("is in the categories that the ERP names and in those that staff put it in", async () => {
        const category = (id: string, is_deleted = false): ErpRecord => ({ kind: "client_category", external_id: id, name: id, is_deleted })
        await load(category("k1"), category("k2"), entity("a", { category_external_ids: ["k1", "k2", "k9"] }))
        expect(await issueCodes()).toEqual(["client_category_unknown"])
        const own = await company().createClientCategories({ name: "own" })
        const [row] = await rowsOf<{ id: string }>(`select id from legal_entity`)
        await company().createLegalEntityCategories({ legal_entity_id: row?.id ?? "", client_category_id: own.id })
        const names = async () =>
          (
            await rowsOf<{ name: string }>(
              `select c.name from legal_entity_category p join client_category c on c.id = p.client_category_id where c.deleted_at is null order by 1`
            )
          ).map(({ name }) => name)
        await load(entity("a", { category_external_ids: ["k2"] }))
        expect(await names()).toEqual(["k2", "own"])
        await load(category("k2", true))
        expect(await names()).toEqual(["own"])
      })

      it("has the ERP's managers, bound to users by e-mail, beside those of staff", async () => {
        const [user] = await getContainer()
          .resolve(Modules.USER)
          .createUsers([{ email: "Olga@supplier.example" }])
        const olga = { external_id: "m1", name: "Olga", email: "olga@supplier.example", role: "manager" as const }
        const oleg = { external_id: "m2", name: "Oleg", email: "oleg@supplier.example", role: "assistant" as const }
        await load(
          { kind: "holding", external_id: "h1", name: "H", managers: [oleg], is_deleted: false },
          entity("a", { managers: [olga, oleg] })
        )
        const assignments = () =>
          rowsOf(
            `select external_id, role, user_id, holding_id is not null as of_holding from manager_assignment order by external_id, of_holding`
          )
        const bound = { external_id: "m1", role: "manager", user_id: user?.id, of_holding: false }
        const ofHolding = { external_id: "m2", role: "assistant", user_id: null, of_holding: true }
        expect(await assignments()).toEqual([bound, { ...ofHolding, of_holding: false }, ofHolding])
        await load(entity("a", { managers: [olga] }))
        expect(await assignments()).toEqual([bound, ofHolding])
        // The assistant gets a user: what waited for him finds him.
        const [late] = await getContainer()
          .resolve(Modules.USER)
          .createUsers([{ email: "oleg@supplier.example" }])
        await bindManagerAssignmentsWorkflow(getContainer()).run({ input: { user_id: late?.id ?? "" } })
        expect(await assignments()).toEqual([bound, { ...ofHolding, user_id: late?.id }])
      })

      it("closes when the ERP deletes it, and a block set here outlasts the ERP's word", async () => {
        const state = async () => (await rowsOf<{ state: string }>(`select state from legal_entity`)).map((row) => row.state).join()
        await load(entity("a", { is_blocked: true, state_reason: "долг" }))
        expect(await rowsOf(`select state, state_reason, state_source from legal_entity`)).toEqual([
          { state: "blocked", state_reason: "долг", state_source: "erp" },
        ])
        await load(entity("a", { is_blocked: false }))
        expect(await rowsOf(`select state, state_reason from legal_entity`)).toEqual([{ state: "active", state_reason: null }])
        await load(entity("a", { is_deleted: true }))
        expect(await state()).toBe("closed")
        await load(entity("a"))
        expect(await state()).toBe("active")
        await db().raw(`update legal_entity set state = 'blocked', state_source = 'portal'`)
        await load(entity("a", { is_blocked: false }))
        expect(await state()).toBe("blocked")
      })

      it("that was applied for here comes back as the same row, by ИНН and КПП or by the id that the ERP was told", async () => {
        const applied = await createLegalEntity(getContainer(), { inn: "7707083893", state: "under_review" })
        const named = await createLegalEntity(getContainer(), { name: "Named", state: "active" })
        await queuePartner(db(), { kind: "legal_entity", subject_id: named.id })
        await load(entity("a", { inn: "7707083893" }), entity("b", { portal_id: named.id }), entity("c", { inn: "7707083893" }))
        expect(await rowsOf(`select id, name, state, source from legal_entity order by name`)).toEqual([
          { id: applied.id, name: "Entity a", state: "active", source: "erp" },
          { id: named.id, name: "Entity b", state: "active", source: "erp" },
          { id: expect.any(String), name: "Entity c", state: "active", source: "erp" },
        ])
        expect((await load(entity("a", { inn: "7707083893" }), entity("b", { portal_id: named.id }))).written).toEqual({})
      })
    })

    describe("a delivery point", () => {
      it("comes with its entity, changes, and is no longer offered when the ERP deletes it", async () => {
        await load(
          entity("a"),
          point("p1", { address: "Уфа" }),
          point("p2", { is_consignee: true }),
          point("p3", { legal_entity_external_id: "no" })
        )
        expect(await issueCodes()).toEqual(["delivery_point_entity_unknown"])
        const outcome = await load(point("p1", { name: "New" }), point("p2", { is_consignee: true, is_deleted: true }))
        expect(outcome.counts["delivery_points"]).toMatchObject({ updated: 1, deleted: 1 })
        expect(await rowsOf(`select kind, name, address, is_active, source from delivery_point order by name`)).toEqual([
          { kind: "delivery_point", name: "New", address: "Уфа", is_active: true, source: "erp" },
          { kind: "consignee", name: "Point p2", address: null, is_active: false, source: "erp" },
        ])
      })

      it("that was made here comes back as the same row, for its own entity only", async () => {
        await load(entity("a"), entity("b"))
        const [a] = await rowsOf<{ id: string }>(`select id from legal_entity where name = 'Entity a'`)
        const made = await company().createDeliveryPoints({ legal_entity_id: a?.id ?? "", name: "Made here" })
        await load(point("p1", { portal_id: made.id, legal_entity_external_id: "b" }))
        await load(point("p2", { portal_id: made.id }))
        expect(await rowsOf(`select name, id = '${made.id}' as is_made, source from delivery_point order by name`)).toEqual([
          { name: "Point p1", is_made: false, source: "erp" },
          { name: "Point p2", is_made: true, source: "erp" },
        ])
      })
    })

    describe("a person", () => {
      const people = () =>
        rowsOf<{ name: string; email: string }>(`select name, email, phone, role, state, source from employee order by email`)
      const memberships = async () =>
        (
          await rowsOf<{ said: string }>(
            `select p.email || ' ' || e.name || case when m.is_default then ' *' else '' end as said
             from employee_membership m join employee p on p.id = m.employee_id join legal_entity e on e.id = m.legal_entity_id order by 1`
          )
        ).map(({ said }) => said)

      it("comes without a password, tied to entities, and is barred when the ERP deletes him", async () => {
        await load(entity("a"), entity("b"), person("p1", { role: "superuser", legal_entity_external_ids: ["b", "a", "no"] }))
        expect(await people()).toEqual([
          { name: "Person p1", email: "p1@dealers.example", phone: null, role: "superuser", state: "active", source: "erp" },
        ])
        expect(await memberships()).toEqual(["p1@dealers.example Entity a", "p1@dealers.example Entity b *"])
        expect(await issueCodes()).toEqual(["person_entity_unknown"])
        expect(await rowsOf(`select 1 from employee_customer`)).toEqual([])
        await load(person("p1", { name: "Renamed", role: "ordinary", legal_entity_external_ids: ["a"] }))
        expect(await people()).toMatchObject([{ name: "Renamed", role: "superuser" }])
        expect(await memberships()).toEqual(["p1@dealers.example Entity a *"])
        expect((await load(person("p1", { is_deleted: true }))).counts["people"]).toMatchObject({ deleted: 1 })
        expect(await rowsOf(`select state, tokens_valid_from is not null as voided from employee`)).toEqual([
          { state: "blocked", voided: true },
        ])
        // Let in again is for staff to do.
        expect((await load(person("p1", { name: "Renamed", is_blocked: false }))).written).toEqual({})
      })

      it("who is known here by his e-mail stays himself, with his name, and is tied to further entities", async () => {
        await load(entity("a"), entity("b"))
        const [a] = await rowsOf<{ id: string }>(`select id from legal_entity where name = 'Entity a'`)
        const known = await createEmployee(getContainer(), { legal_entity_id: a?.id ?? "" })
        await load(person("p1", { email: known.email.toUpperCase(), name: "Another", legal_entity_external_ids: ["b"] }))
        expect(await rowsOf(`select count(*)::int as people, min(name) as name from employee`)).toEqual([{ people: 1, name: known.name }])
        expect(await memberships()).toEqual([`${known.email} Entity a *`, `${known.email} Entity b`])
      })

      it("is left out with a remark when he has no e-mail or that of another", async () => {
        await load(
          entity("a"),
          person("p1"),
          person("p2", { email: null }),
          person("p3", { email: "no" }),
          person("p4", { email: "P1@dealers.example" })
        )
        expect((await people()).map(({ email }) => email)).toEqual(["p1@dealers.example"])
        expect(await issueCodes()).toEqual(["person_email_invalid", "person_email_invalid", "person_email_taken"])
      })

      it("comes also as the representative of his entities, and nobody goes that way", async () => {
        const anna = { name: "Anna", email: "anna@dealers.example", phone: null }
        const oleg = { name: "Oleg", email: "oleg@dealers.example", phone: "1" }
        await load(entity("a", { representatives: [anna] }), entity("b", { representatives: [anna, oleg] }))
        const tied = ["anna@dealers.example Entity a *", "anna@dealers.example Entity b", "oleg@dealers.example Entity b *"]
        expect(await memberships()).toEqual(tied)
        expect((await load(entity("a", { representatives: [] }), entity("b", { representatives: [oleg] }))).written).toEqual({})
        expect(await memberships()).toEqual(tied)
      })
    })

    describe("a contract", () => {
      it("keeps all its terms; the moment of its credit moves with the credit alone", async () => {
        const terms = { signed_on: "2025-12-20", region: "Урал", credit_limit: "1500000.5", credit_terms: "30 дней", is_agreement: true }
        await load(...seller, entity("a"), contract({ ...terms, warehouse_external_ids: ["near", "far"] }))
        expect(await issueCodes()).toEqual(["contract_warehouse_unknown"])
        const columns = `kind, signed_on, region, credit_limit, credit_terms, state, state_reason`
        expect(await rowsOf(`select ${columns}, 'far' = any(warehouse_ids) as keeps_unknown, cardinality(warehouse_ids) as warehouses from contract`)).toEqual([
          {
            kind: "agreement", signed_on: "2025-12-20", region: "Урал", credit_limit: "1500000.50", credit_terms: "30 дней",
            state: "active", state_reason: null, keeps_unknown: true, warehouses: 2,
          },
        ]) // prettier-ignore
        const credit = async () => (await rowsOf<{ at: Date }>(`select credit_as_of as at from contract`))[0]?.at.getTime() ?? 0
        const before = await credit()
        expect((await load(contract())).written).toEqual({})
        await load(contract({ region: "Центр", is_blocked: true, state_reason: "долг" }))
        expect(await credit()).toBe(before)
        expect(await rowsOf(`select region, state, state_reason from contract`)).toEqual([
          { region: "Центр", state: "blocked", state_reason: "долг" },
        ])
        await load(contract({ credit_limit: "1" }))
        expect(await credit()).toBeGreaterThan(before)
        expect(await rowsOf(`select state, state_reason from contract`)).toEqual([{ state: "active", state_reason: null }])
        await load(contract({ is_deleted: true }))
        expect(await rowsOf(`select state from contract`)).toEqual([{ state: "closed" }])
      })
    })
  },
})
