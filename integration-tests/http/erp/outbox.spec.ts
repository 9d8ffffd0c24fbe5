import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { queueForErpStep, type QueueForErpInput } from "../../../src/workflows/erp/steps/queue-for-erp"

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
  const queued = queueForErpStep(input.item)
  failStep(input.isFailing)
  return new WorkflowResponse(queued)
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

    it("an order without a number is refused by the database", async () => {
      const row = { id: "outb_1", kind: "order", subject_id: "order_1", state: "pending" }
      await expect(db()("erp_outbox").insert(row)).rejects.toThrow(/erp_outbox_number_check/)
    })
  },
})
