import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { type Connection, fetchPartners, runFull, sendPartners, Supplier } from "../../../src/plugins/onec/src/emulator"
import { ensureStoreDefaults } from "../../../src/workflows/store/ensure-store-defaults"
import { answerOf } from "../../helpers/answer-of"
import { formWith, PDF } from "../../helpers/application-form"
import { createEmployee } from "../../helpers/create-employee"
import { createStaffSession } from "../../helpers/create-staff-session"
import { dealerSession } from "../../helpers/dealer-session"
import { keepMails, mailsTo, tokenIn } from "../../helpers/mails"
import { onecOf } from "./exchange-client"

const mails = keepMails()
const dataDir = mkdtempSync(join(tmpdir(), "kontor-onec-"))
process.env.KONTOR_DATA_DIR = dataDir

jest.setTimeout(120_000)

const EMAIL = "anna@romashka.test"
const INN = "7707083893"

medusaIntegrationTestRunner({
  testSuite: ({ api, getContainer }) => {
    let connection: Connection
    let staff: { headers: Record<string, string> }
    let supplier: { products: number; priceTypes: number; entities: number; warehouses: number; basePath: string }
    let runs = 0

    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const get = (path: string, options: object = staff) => answerOf(api.get(path, options))
    const post = (path: string, body: object = {}, options: object = staff) => answerOf(api.post(path, body, options))
    const apply = (requisites: { name: string; inn: string; kpp?: string }) =>
      post(
        "/auth/applications",
        { applicant: { name: "Анна Ремарк", email: EMAIL }, requisites, consent: { document_version: "2026-01" } },
        {}
      )
    const applications = async () => (await get("/admin/applications")).data.applications
    const card = async (id: string) => (await get(`/admin/applications/${id}`)).data.application

    /** Events follow the answers: waits until the application has come so far. */
    async function until(id: string, state: string): Promise<void> {
      for (let tries = 0; (await card(id)).state !== state; tries++) {
        if (tries >= 50) {
          throw new Error(`The application is ${(await card(id)).state}, ${state} is awaited`)
        }
        await sleep(100)
      }
    }

    async function invitation(): Promise<string> {
      for (let tries = 0; tries < 50; tries++) {
        const mail = mailsTo(mails, EMAIL).find((text) => text.includes("#token="))
        if (mail) {
          return tokenIn(mail)
        }
        await sleep(100)
      }
      throw new Error(`No invitation came to ${EMAIL}`)
    }

    beforeEach(async () => {
      const { secret } = await onecOf(getContainer()).createAccount({ login: "1c", source: "main" })
      connection = { url: `${String(api.defaults.baseURL)}/exchange/1c`, login: "1c", password: secret, client: "a" }
      supplier = { products: 10, priceTypes: 3, entities: 3, warehouses: 2, basePath: join(dataDir, `base-${(runs += 1)}.json`) }
      staff = await createStaffSession(getContainer())
    })
    afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

    it("a new dealer applies, is accepted, goes to 1C, comes back with a contract, is invited, sees his prices and adds a delivery point", async () => {
      await runFull(supplier, connection)
      expect((await apply({ name: "Ромашка", inn: INN })).status).toBe(202)
      const [{ id }] = await applications()
      // Nothing that nobody has accepted goes to 1C.
      expect(await fetchPartners(supplier, connection)).toEqual({ legal_entities: 0, delivery_points: 0, new: 0 })

      expect((await post(`/admin/applications/${id}/accept`)).status).toBe(200)
      expect(await card(id)).toMatchObject({ state: "accepted", legal_entity: { state: "applied" }, erp: { state: "pending" } })
      expect(await fetchPartners(supplier, connection)).toEqual({ legal_entities: 1, delivery_points: 0, new: 1 })
      expect(await card(id)).toMatchObject({
        state: "accepted",
        legal_entity: { state: "under_review" },
        erp: { state: "confirmed", attempts: 1 },
      })

      await sendPartners(supplier, connection)
      await until(id, "completed")
      const { legal_entity } = await card(id)
      expect(legal_entity).toMatchObject({ name: "Ромашка", state: "active" })
      expect(await db()("legal_entity").where({ inn: INN }).select("id", "source")).toEqual([{ id: legal_entity.id, source: "erp" }])

      const accepted = await post("/auth/invitations/accept", { token: await invitation(), password: "correct horse" }, {})
      expect(accepted.status).toBe(200)
      const { publishable_key } = await ensureStoreDefaults(getContainer())
      const dealer = { headers: { "x-publishable-api-key": publishable_key, authorization: `Bearer ${accepted.data.token}` } }
      expect((await get("/store/me", dealer)).data).toMatchObject({ employee: { email: EMAIL, role: "superuser" } })
      const { entries } = (await get("/store/catalog", dealer)).data
      const agreed = await db()("type_price as t")
        .join("price_type as p", "p.key", "t.price_type_key")
        .join("catalog_entry as e", "e.key", "t.entry_key")
        .where("p.name", "Опт 1")
        .select("e.variant_id", "t.amount")
      const priceOf = new Map(agreed.map(({ variant_id, amount }) => [variant_id, Number(amount)]))
      expect(entries.length).toBeGreaterThan(0)
      expect(entries.map(({ price }: { price: string }) => Number(price))).toEqual(
        entries.map(({ variant_id }: { variant_id: string }) => priceOf.get(variant_id))
      )

      const made = await post("/store/delivery-points", { legal_entity_id: legal_entity.id, name: "Склад" }, dealer)
      expect(made.data.delivery_point).toMatchObject({ source: "portal" })
      expect(await fetchPartners(supplier, connection)).toEqual({ legal_entities: 0, delivery_points: 1, new: 1 })
      await sendPartners(supplier, connection)
      const { delivery_points } = (await get("/store/delivery-points", dealer)).data
      expect(delivery_points).toMatchObject([{ id: made.data.delivery_point.id, name: "Склад", source: "erp" }])
      const change = await post(`/store/delivery-points/${made.data.delivery_point.id}`, { name: "Другой" }, dealer)
      expect(change.data).toMatchObject({ code: "erp_owned" })
      expect(await fetchPartners(supplier, connection)).toEqual({ legal_entities: 0, delivery_points: 0, new: 0 })
    })

    it("requisites that a client of 1C's wishes go there, come back as 1C has them, and complete the application", async () => {
      await runFull(supplier, connection)
      const [known] = new Supplier(supplier).partners().legalEntities
      const [entity] = await db()("legal_entity").where({ inn: known?.inn })
      const { publishable_key } = await ensureStoreDefaults(getContainer())
      const dealer = await dealerSession(
        api,
        { headers: { "x-publishable-api-key": publishable_key } },
        await createEmployee(getContainer(), { legal_entity_id: entity.id, role: "superuser" })
      )
      const requisites = { name: entity.name, inn: entity.inn, actual_address: "Уфа, Ленина, 1" }
      const form = formWith({ kind: "requisites_change", legal_entity_id: entity.id, requisites }, [{ name: "Карта.pdf", content: PDF }])
      const { id } = (await post("/store/applications", form, dealer)).data.application
      expect((await post(`/admin/applications/${id}/accept`)).status).toBe(200)

      expect(await fetchPartners(supplier, connection)).toEqual({ legal_entities: 1, delivery_points: 0, new: 0 })
      const addressOf = async () => (await db()("legal_entity").where({ id: entity.id }).first("actual_address")).actual_address
      expect(await addressOf()).toBe(known?.actual_address)
      await sendPartners(supplier, connection)
      await until(id, "completed")
      expect(await addressOf()).toBe("Уфа, Ленина, 1")
      expect(await db()("legal_entity").where({ inn: entity.inn }).count()).toEqual([{ count: "1" }])
    })

    it("an application that nobody has accepted is not taken over by a client of 1C with the same ИНН and КПП", async () => {
      await runFull({ ...supplier, entities: 0 }, connection)
      const [known] = new Supplier(supplier).partners().legalEntities
      await apply({ name: "Самозванец", inn: known?.inn ?? "", kpp: known?.kpp ?? "" })
      const [{ id }] = await applications()
      await sendPartners(supplier, connection)
      expect(await card(id)).toMatchObject({ state: "submitted", legal_entity: null, erp: null })
      expect(await db()("legal_entity").where({ inn: known?.inn }).select("name", "source")).toEqual([{ name: known?.name, source: "erp" }])
      expect(await db()("employee").where({ email: EMAIL })).toEqual([])
      expect((await post(`/admin/applications/${id}/accept`)).data).toMatchObject({ code: "legal_entity_exists" })
    })
  },
})
