import type { ErpDeliveryPoint, ErpLegalEntity } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { queuePartner } from "../../../src/database/outbox/queue-partner"
import { COMPANY_MODULE } from "../../../src/modules/company"
import type CompanyModuleService from "../../../src/modules/company/service"
import { queueForErpStep, type QueueForErpInput } from "../../../src/workflows/erp/steps/queue-for-erp"
import { createLegalEntity } from "../../helpers/create-legal-entity"
import { loadRecords } from "../../helpers/load-records"

jest.setTimeout(300_000)

/** What happens in the outbox between the queueing and the failure of the next step. */
let meanwhile: (() => Promise<unknown>) | null = null

const failStep = createStep("fail-after-queueing", async (isFailing: boolean) => {
  await meanwhile?.()
  if (isFailing) {
    throw new Error("The next step fails.")
  }
  return new StepResponse(undefined)
})

const queueWorkflow = createWorkflow("queue-for-erp-in-a-test", (input: WorkflowData<{ item: QueueForErpInput; isFailing: boolean }>) => {
  queueForErpStep(input.item)
  failStep(input.isFailing)
  return new WorkflowResponse(undefined)
})

medusaIntegrationTestRunner({
  testSuite: ({ getContainer }) => {
    const db = (): Knex => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const outbox = () => db()("erp_outbox").select("kind", "subject_id", "state", "revision", "payload", "number").orderBy("created_at")
    const queue = async (item: Partial<QueueForErpInput> = {}, isFailing = false) =>
      queueWorkflow(getContainer()).run({
        input: { item: { kind: "legal_entity", subject_id: "lent_1", ...item }, isFailing },
        throwOnError: !isFailing,
      })
    const asIf = (state: string) => db()("erp_outbox").update({ state, sent_at: new Date(), source: "main" })

    afterEach(() => {
      meanwhile = null
    })

    describe("a partner that is queued", () => {
      it("waits once, without a number, however often it changes", async () => {
        await queue()
        await queue()
        await queue({ kind: "delivery_point", subject_id: "dpnt_1" })
        const row = { state: "pending", payload: null, number: null }
        expect(await outbox()).toEqual([
          { ...row, kind: "legal_entity", subject_id: "lent_1", revision: 2 },
          { ...row, kind: "delivery_point", subject_id: "dpnt_1", revision: 1 },
        ])
      })

      it.each(["sent", "confirmed", "failed"])("waits again after it was %s", async (state) => {
        await queue()
        await asIf(state)
        await queue()
        expect(await outbox()).toEqual([expect.objectContaining({ state: "pending", revision: 2 })])
      })

      it("keeps wishes that were not confirmed beside new ones, and none that was", async () => {
        await queue({ payload: { phone: "1", email: "a@b.c" } })
        await queue({ payload: { phone: "2", kpp: null } })
        expect(await outbox()).toEqual([expect.objectContaining({ payload: { phone: "2", email: "a@b.c", kpp: null } })])
        await asIf("confirmed")
        await queue({ payload: { address: "Ufa" } })
        expect(await outbox()).toEqual([expect.objectContaining({ payload: { address: "Ufa" } })])
      })

      it("does not wait when it is to go again only and never went", async () => {
        await queue({ only_again: true })
        expect(await outbox()).toEqual([])
        await queue()
        await asIf("confirmed")
        await queue({ only_again: true })
        expect(await outbox()).toEqual([expect.objectContaining({ state: "pending", revision: 2 })])
      })

      it("does not wait when a later step fails", async () => {
        await queue({}, true)
        expect(await outbox()).toEqual([])
      })

      it("is as it was when a later step fails", async () => {
        await queue({ payload: { phone: "1" } })
        await asIf("confirmed")
        const before = await db()("erp_outbox").first()
        await queue({ payload: { phone: "2" } }, true)
        expect(await db()("erp_outbox").first()).toEqual({ ...before, updated_at: expect.any(Date) })
      })

      it("goes again as it stands when the ERP has fetched what was then undone", async () => {
        await queue()
        await asIf("confirmed")
        meanwhile = () => asIf("sent")
        await queue({ payload: { phone: "2" } }, true)
        expect(await outbox()).toEqual([expect.objectContaining({ state: "pending", revision: 3, payload: null })])
      })

      it("stays queued by another when a later step fails", async () => {
        meanwhile = async () => {
          meanwhile = null
          await queue({ payload: { phone: "3" } })
        }
        await queue({ payload: { phone: "2" } }, true)
        expect(await outbox()).toEqual([expect.objectContaining({ state: "pending", revision: 2 })])
      })
    })

    describe("an entity that the ERP gives back", () => {
      const INN = "7707083893"
      const OTHER_INN = "7736050003"
      const company = () => getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      const load = (facts: Partial<ErpLegalEntity>, source = "main") =>
        loadRecords(
          getContainer(),
          [{ kind: "legal_entity", external_id: "e1", name: "Of 1C", inn: INN, is_deleted: false, ...facts }],
          source
        )
      const accept = async (
        facts: { state?: "applied" | "active" | "closed"; kpp?: string | null } = {},
        givenTo: string | null = null
      ) => {
        const entity = await createLegalEntity(getContainer(), { name: "Of the portal", inn: INN, state: "applied", ...facts })
        await queuePartner(db(), { kind: "legal_entity", subject_id: entity.id })
        await db()("erp_outbox").update({ source: givenTo, state: givenTo ? "sent" : "pending" })
        return entity
      }
      /** Names of all entities, those that are the ERP's with a star. */
      const entities = async () =>
        (await db()("legal_entity").select("name", "source").orderBy("name")).map(
          ({ name, source }) => `${name}${source === "erp" ? "*" : ""}`
        )
      const remarks = async () => (await db()("exchange_run_issue").select("code")).map(({ code }) => code)
      const apart = ["Of 1C*", "Of the portal"]

      it("is the same row, active, and no longer waits to be given", async () => {
        const { id } = await accept()
        await load({ portal_id: id })
        expect(await entities()).toEqual(["Of 1C*"])
        expect((await company().retrieveLegalEntity(id)).state).toBe("active")
        expect(await outbox()).toEqual([expect.objectContaining({ state: "confirmed" })])
        expect(await remarks()).toEqual([])
      })

      it("is the same row when staff have activated it meanwhile, by its numbers too", async () => {
        await accept({ state: "active" }, "main")
        await load({})
        expect(await entities()).toEqual(["Of 1C*"])
      })

      it.each([
        ["none here and empty there", null, ""],
        ["empty here and none there", "", null],
        ["none on either side", null, undefined],
      ])("has the same КПП: %s", async (_case, here, there) => {
        await accept({ kpp: here })
        await load({ kpp: there })
        expect(await entities()).toEqual(["Of 1C*"])
      })

      it("is another one with another КПП", async () => {
        await accept({ kpp: "770701001" })
        await load({ kpp: "770702002" })
        expect(await entities()).toEqual(apart)
      })

      it("is another one when what stands here was not accepted: not by its numbers, nor by its id", async () => {
        const made = await createLegalEntity(getContainer(), { name: "Of the portal", inn: INN, state: "active" })
        await load({ portal_id: made.id })
        expect(await entities()).toEqual(apart)
        expect(await remarks()).toEqual(["portal_id_refused"])
      })

      it("is another one under another ИНН, whatever id it names", async () => {
        const { id } = await accept()
        await load({ portal_id: id, inn: OTHER_INN })
        expect(await entities()).toEqual(apart)
        expect(await remarks()).toEqual(["portal_id_refused"])
      })

      it("is another one when the row is closed and only the numbers are the same", async () => {
        await accept({ state: "closed" })
        await load({})
        expect(await entities()).toEqual(apart)
      })

      it("is not stolen by a base that it was not given to, nor by one that comes after", async () => {
        const { id } = await accept({}, "main")
        await load({ portal_id: id }, "other")
        expect(await entities()).toEqual(apart)
        await load({ portal_id: id, name: "Of main" })
        await load({ portal_id: id, name: "Of other" }, "other")
        expect(await entities()).toEqual(["Of main*", "Of other*"])
        expect((await company().retrieveLegalEntity(id)).name).toBe("Of main")
      })

      it("does not take a row over by being deleted", async () => {
        const { id } = await accept()
        await load({ portal_id: id, is_deleted: true })
        expect(await entities()).toEqual(["Of the portal"])
      })
    })

    it("a delivery point that the ERP gives back is the same row and no longer waits; a base it was not given to makes its own", async () => {
      const company = getContainer().resolve<CompanyModuleService>(COMPANY_MODULE)
      await loadRecords(getContainer(), [{ kind: "legal_entity", external_id: "e1", name: "Of 1C", is_deleted: false }], "main")
      const [entity] = await company.listLegalEntities({})
      const made = await company.createDeliveryPoints({ legal_entity_id: entity?.id ?? "", name: "Of the portal" })
      await queuePartner(db(), { kind: "delivery_point", subject_id: made.id })
      const point: ErpDeliveryPoint = {
        kind: "delivery_point",
        external_id: "p1",
        portal_id: made.id,
        legal_entity_external_id: "e1",
        is_consignee: false,
        name: "Of 1C",
        is_deleted: false,
      }
      await db()("erp_outbox").update({ source: "other", state: "sent" })
      await loadRecords(getContainer(), [point], "main")
      expect(await db()("delivery_point").select("name", "source").orderBy("name")).toEqual([
        { name: "Of 1C", source: "erp" },
        { name: "Of the portal", source: "portal" },
      ])
      await db()("erp_outbox").update({ source: "main" })
      await loadRecords(getContainer(), [{ ...point, external_id: "p2", name: "Given back" }], "main")
      expect(await company.retrieveDeliveryPoint(made.id)).toMatchObject({ name: "Given back", source: "erp" })
      expect(await outbox()).toEqual([expect.objectContaining({ state: "confirmed" })])
    })

    it("an order without a number is refused by the database", async () => {
      const row = { id: "outb_1", kind: "order", subject_id: "order_1", state: "pending" }
      await expect(db()("erp_outbox").insert(row)).rejects.toThrow(/erp_outbox_number_check/)
    })
  },
})
