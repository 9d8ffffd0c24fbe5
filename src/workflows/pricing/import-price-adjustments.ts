import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { describeChange, type DescribedAdjustment } from "../../database/pricing/describe-change"
import { inRulesTransaction } from "../../database/pricing/in-rules-transaction"
import { lockGoodsOfRules, lockPriceRules } from "../../database/pricing/lock-price-rules"
import { endStandingAdjustment, restoreAdjustment, saveAdjustment } from "../../database/pricing/save-adjustment"
import type { StandingAdjustment } from "../../database/pricing/standing-adjustment"
import { recordAuditStep } from "../audit/steps/record-audit"
import type { AdjustmentFileRow } from "./files/read-adjustment-file"
import { type AdjustmentPlan, planAdjustmentFile } from "./plan-adjustment-file"

export interface AdjustmentImport {
  /** Of the file. */
  rows: AdjustmentFileRow[]
  /** `replace`: what is not in the file ends; `add`: it stays. */
  mode: "replace" | "add"
  /** Of the adjustments that the differences were shown against. */
  state: string
  skip_problems: boolean
}

/** What was done to one adjustment. */
interface Done {
  id: string
  before: StandingAdjustment | null
  action: "created" | "updated" | "ended"
  facts: { before: DescribedAdjustment | null; after: DescribedAdjustment | null }
}

/** What a file would change, read as of one moment. Nothing is written. */
export async function tryAdjustmentFile(db: Knex, rows: readonly AdjustmentFileRow[]): Promise<AdjustmentPlan> {
  return db.transaction((trx) => planAdjustmentFile(trx, rows), { isolationLevel: "repeatable read", readOnly: true })
}

/** Undone by writing what stood before, the last first. */
const importPriceAdjustmentsStep = createStep(
  "import-price-adjustments",
  async (input: AdjustmentImport, { container }) => {
    const db = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION)
    const { plan, done } = await inRulesTransaction(db, (trx) => applyFile(trx, input))
    return new StepResponse(
      { plan, entries: done.map(({ id, action, facts }) => ({ id, action, facts })) },
      done.map(({ id, before }) => ({ id, before }))
    )
  },
  async (done, { container }) => {
    const undo = [...(done ?? [])].reverse()
    await inRulesTransaction(container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION), async (trx) => {
      for (const each of undo) {
        await restoreAdjustment(trx, each)
      }
    })
  }
)

/** Whatever the file was compared with is locked before it is compared once more, so that what was shown is what is done. */
async function applyFile(
  trx: Knex.Transaction,
  { rows, mode, state, skip_problems }: AdjustmentImport
): Promise<{ plan: AdjustmentPlan; done: Done[] }> {
  await lockGoodsOfRules(trx, "alone")
  await lockPriceRules(trx)
  const plan = await planAdjustmentFile(trx, rows)
  if (plan.state !== state) {
    const message = "Adjustments were changed since the differences of this file were shown: look at them again."
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  const problems = plan.rows.filter(({ status }) => status === "problem")
  if (problems.length > 0 && !skip_problems) {
    const [first] = problems
    const message = `${problems.length} rows are problems, the first is row ${first?.file_row} «${first?.name}» (${first?.code}).`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "import_has_problems")
  }
  const done: Done[] = []
  for (const { status, id, draft, updated_at } of plan.rows) {
    if (draft) {
      const { before, after } = await saveAdjustment(trx, { id, updated_at, draft })
      const facts = await describeChange(trx, before?.facts ?? null, after.facts)
      done.push({ id: after.id, before, action: before ? "updated" : "created", facts })
    } else if (status === "removed" && mode === "replace" && id !== null) {
      const { before } = await endStandingAdjustment(trx, { id, updated_at })
      done.push({ id, before, action: "ended", facts: await describeChange(trx, before.facts, null) })
    }
  }
  return { plan, done }
}

/**
 * Applies a file of adjustments as it was shown. `changed_meanwhile` when any adjustment made by hand has changed since, `import_has_problems`,
 * `prices_being_loaded`. Each adjustment that it changes is in the audit log.
 */
export const importPriceAdjustmentsWorkflow = createWorkflow("import-price-adjustments", (input: AdjustmentImport & { actor: Actor }) => {
  const order = transform({ input }, ({ input: { actor: _, ...rest } }) => rest)
  const applied = importPriceAdjustmentsStep(order)
  recordAuditStep(
    transform({ input, applied }, ({ input: { actor }, applied: { entries } }) =>
      entries.map(({ id, action, facts }) => {
        return { actor, action: `price_adjustment.${action}`, subject_type: "price_adjustment", subject_id: id, ...facts }
      })
    )
  )
  return new WorkflowResponse(transform({ applied }, (data) => data.applied.plan))
})
