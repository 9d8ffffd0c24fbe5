import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { claimPartners } from "../../../src/database/outbox/claim-partners"
import { markPartnersSent } from "../../../src/database/outbox/mark-partners"
import { queuePartner, type PartnerToQueue } from "../../../src/database/outbox/queue-partner"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { createEmployee } from "../../helpers/create-employee"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { createStaffSession } from "../../helpers/create-staff-session"
import { loadRecords } from "../../helpers/load-records"
import { basic, exchange, onecOf, TestSession } from "./exchange-client"

jest.setTimeout(120_000)

interface Package {
  legal_entities: Record<string, unknown>[]
  delivery_points: Record<string, unknown>[]
}

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
    const baseUrl = () => String(api.defaults.baseURL)
    const makeAccount = async (source: string) => ({
      login: `1c-${source}`,
      ...(await onecOf(getContainer()).createAccount({ login: `1c-${source}`, source })),
    })
    type Account = Awaited<ReturnType<typeof makeAccount>>
    let main: Account

    const open = (account: Account = main) => TestSession.open(baseUrl(), account, "partners")
    const query = async (session: TestSession): Promise<Package> => JSON.parse((await session.command("query")).body)
    const namesOf = ({ legal_entities, delivery_points }: Package) => [...legal_entities, ...delivery_points].map(({ name }) => name)
    const ask = async (account?: Account) => namesOf(await query(await open(account)))
    const queue = (item: PartnerToQueue) => queuePartner(db(), item)
    const outboxOf = (id: string) => db()("erp_outbox").where({ subject_id: id }).first("state", "revision", "source", "attempts")
    const apply = async (name = "Ромашка") => {
      const entity = await createLegalEntity(getContainer(), { name, state: "applied", inn: "7707083893" })
      await queue({ kind: "legal_entity", subject_id: entity.id })
      return entity
    }
    const known = (source: string) =>
      loadRecords(
        getContainer(),
        [{ kind: "legal_entity", external_id: "e1", name: "Known", inn: "7736050003", is_deleted: false }],
        source
      )
    const knownId = async (): Promise<string> => (await company().listLegalEntities({ name: "Known" }))[0]?.id ?? "none"

    beforeEach(async () => {
      main = await makeAccount("main")
    })

    describe("an entity that was applied for", () => {
      it("is given whole, with whom to ask and its accounts", async () => {
        const entity = await apply()
        await createEmployee(getContainer(), { legal_entity_id: entity.id, role: "ordinary", name: "Later" })
        await createEmployee(getContainer(), { legal_entity_id: entity.id, role: "superuser", name: "Applicant", email: "a@example.com" })
        await company().createBankAccounts({
          legal_entity_id: entity.id,
          bic: "044525225",
          account: "40702810938000000001",
          is_default: true,
        })
        const answer = await (await open()).command("query")
        expect([answer.status, answer.headers["content-type"]]).toEqual([200, "application/json; charset=utf-8"])
        const row = JSON.parse(answer.body).legal_entities[0]
        expect(row).toMatchObject({
          portal_id: entity.id,
          name: "Ромашка",
          inn: "7707083893",
          kpp: null,
          contact: { name: "Applicant", email: "a@example.com" },
          bank_accounts: [{ bic: "044525225", account: "40702810938000000001", is_default: true }],
        })
        expect(row).not.toHaveProperty("external_id")
      })

      it("is given once in a session, and again in the next until it is confirmed", async () => {
        const entity = await apply()
        const first = await open()
        expect([namesOf(await query(first)), namesOf(await query(first))]).toEqual([["Ромашка"], []])
        const second = await open()
        expect(namesOf(await query(second))).toEqual(["Ромашка"])
        expect((await second.command("success")).body).toBe("success")
        expect(await outboxOf(entity.id)).toEqual({ state: "confirmed", revision: 1, source: "main", attempts: 2 })
        expect(await ask()).toEqual([])
      })

      it("is under review once it is confirmed, which the log tells with the account", async () => {
        const entity = await apply()
        const session = await open()
        await query(session)
        expect((await company().retrieveLegalEntity(entity.id)).state).toBe("applied")
        await session.command("success")
        await session.command("success")
        expect((await company().retrieveLegalEntity(entity.id)).state).toBe("under_review")
        const entries = await db()("audit_entry").where({ subject_id: entity.id }).select("action", "actor_kind", "actor_id", "actor_name")
        expect(entries).toEqual([
          { action: "legal_entity.under_review", actor_kind: "exchange", actor_id: main.account.id, actor_name: "1c-main" },
        ])
      })

      it("that changes after it was given is not confirmed but given again, in the same session too", async () => {
        const entity = await apply()
        const session = await open()
        await query(session)
        await company().updateLegalEntities({ id: entity.id, name: "Лютик" })
        await queue({ kind: "legal_entity", subject_id: entity.id })
        await session.command("success")
        expect(await outboxOf(entity.id)).toMatchObject({ state: "pending", revision: 2 })
        expect(namesOf(await query(session))).toEqual(["Лютик"])
        await session.command("success")
        expect(await outboxOf(entity.id)).toMatchObject({ state: "confirmed", revision: 2 })
      })

      it("goes to the base that asks first, and to no other", async () => {
        const entity = await apply()
        const other = await makeAccount("other")
        expect([await ask(), await ask(other)]).toEqual([["Ромашка"], []])
        await queue({ kind: "legal_entity", subject_id: entity.id })
        expect([await ask(other), await ask()]).toEqual([[], ["Ромашка"]])
      })

      // Without `for update` in claim-partners.ts both of them are given it.
      it("goes to one base when two ask at the same moment", async () => {
        const entity = await apply()
        const session = await open()
        const other = await db().transaction()
        const [claimed] = await claimPartners(other, { source: "other", limit: 1, given: [] })
        await markPartnersSent(other, { source: "other", outbox_ids: [claimed?.outbox_id ?? ""] })
        const asked = query(session)
        await sleep(1_000)
        await other.commit()
        expect(namesOf(await asked)).toEqual([])
        expect(await outboxOf(entity.id)).toMatchObject({ state: "sent", source: "other", attempts: 1 })
      })

      it("is not given when it was closed before", async () => {
        const entity = await apply()
        await company().updateLegalEntities({ id: entity.id, state: "closed" })
        expect(await ask()).toEqual([])
      })
    })

    describe("an entity of 1C's", () => {
      it("is given to the base that knows it, under its id there, as it is wished to be", async () => {
        await known("other")
        await queue({ kind: "legal_entity", subject_id: await knownId(), payload: { phone: "+7", kpp: "773601001" } })
        expect(await ask()).toEqual([])
        const [row] = (await query(await open(await makeAccount("other")))).legal_entities
        expect(row).toMatchObject({ external_id: "e1", name: "Known", inn: "7736050003", phone: "+7", kpp: "773601001" })
        expect(await company().retrieveLegalEntity(await knownId())).toMatchObject({ phone: null, state: "active" })
      })
    })

    describe("a delivery point", () => {
      it("waits until the base knows its entity", async () => {
        const entity = await apply()
        const point = await company().createDeliveryPoints({ legal_entity_id: entity.id, name: "Waiting" })
        await queue({ kind: "delivery_point", subject_id: point.id })
        expect(await ask()).toEqual(["Ромашка"])
        await known("main")
        const ready = await company().createDeliveryPoints({ legal_entity_id: await knownId(), name: "Ready", is_active: false })
        await queue({ kind: "delivery_point", subject_id: ready.id })
        const { delivery_points } = await query(await open())
        expect(delivery_points).toEqual([
          {
            portal_id: ready.id,
            legal_entity_external_id: "e1",
            is_consignee: false,
            name: "Ready",
            address: null,
            contact: null,
            phone: null,
            comment: null,
            is_deleted: true,
          },
        ])
      })
    })

    describe("an account", () => {
      it("of another base confirms nothing that this one was given", async () => {
        const entity = await apply()
        const session = await open()
        await query(session)
        const other = await makeAccount("other")
        expect((await (await open(other)).command("success")).body).toBe("success")
        const stolen = await exchange(
          baseUrl(),
          { type: "partners", mode: "success" },
          { headers: { cookie: session.cookie, authorization: basic(other.login, other.secret) } }
        )
        expect(stolen.body).toMatch(/^failure\nsession_unknown: /)
        expect(await outboxOf(entity.id)).toMatchObject({ state: "sent", source: "main" })
      })

      it("is needed to be given anything", async () => {
        await apply()
        const answer = await exchange(baseUrl(), { type: "partners", mode: "query" })
        expect([answer.status, answer.word]).toEqual([401, "failure"])
        expect(answer.body).not.toContain("Ромашка")
      })
    })

    it("the exchange log has a run for what was given, and none for nothing", async () => {
      await apply()
      await ask()
      const session = await open()
      await query(session)
      await query(session)
      const staff = await createStaffSession(getContainer())
      const { data } = await api.get("/admin/exchange-runs?direction=out", staff)
      expect(data.exchange_runs).toHaveLength(2)
      expect(data.exchange_runs[0]).toMatchObject({
        source: "main",
        kind: "partners",
        state: "done",
        issue_count: 0,
        counts: { legal_entities: { received: 1 }, delivery_points: { received: 0 } },
      })
    })
  },
})
