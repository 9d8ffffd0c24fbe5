import { type Actor, type AuditInput, type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { lockDraftLines, writeDraftPrices } from "../../../database/drafts/draft-lines"
import { type DraftOrder, lockDraft, partsOfDraft } from "../../../database/drafts/draft-order"
import { openDraft } from "../../../database/drafts/open-draft"
import { keepEditBypass } from "../../../database/ordering/edited-order-lines"
import { enqueueOrder } from "../../../database/ordering/enqueue-order"
import type { PricedCartLine } from "../../../database/ordering/open-cart-lines"
import type { OrderTerms } from "../../../database/ordering/terms-of-contract"
import { demandForOrder } from "../../../database/promises/demand-of-order"
import { holdForOrder } from "../../../database/reservations/hold-for-order"
import { AUDIT_MODULE } from "../../../modules/audit"
import type AuditModuleService from "../../../modules/audit/service"
import { refuseStaffLines } from "../../cart/refuse-quantities"
import { type CheckedLines, checkLines, pricesOf } from "../check-lines"
import { refuseDraftTerms, requireOpen, requireTerms } from "../draft-terms"
import { orderTotal } from "../rules/order-total"
import { NOT_REFINED, settleDraft } from "../settle-draft"
import { hoursBypassed, refuseOutsideHours } from "../refuse-shut"
import { throwConflict } from "../throw-conflict"
import { LOCK_TIMEOUT, PRICE_REFUSALS } from "./place-order"

const NO_LINES: ReadonlySet<string> = new Set()

export interface PlaceDraftInput {
  order_id: string
  /**
   * Why lines may pass multiplicity, minimum and maximum, and the order the hours of the client; null = they may not. Whole units, stock, prices and
   * what the dealer may see hold all the same.
   */
  bypass_reason: string | null
  actor: Actor
}

export interface PlaceDraftOutcome {
  /** False where it had become an order before, and where it was refused. */
  is_new: boolean
  /** Every reason against the order, not the first one only. */
  refusals: Refusal[]
}

/**
 * Makes an order of a draft under a contract, in one transaction and held to all that a dealer's own order is held to. The lock on its row makes a
 * repeat wait and find it done, so the step needs no compensation.
 */
export const placeDraftStep = createStep("place-draft", async (input: PlaceDraftInput, { container }) => {
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return new StepResponse(await db.transaction((trx) => placeDraft(trx, input, audit)).catch(throwConflict))
})

async function placeDraft(trx: Knex.Transaction, input: PlaceDraftInput, audit: AuditModuleService): Promise<PlaceDraftOutcome> {
  const { order_id } = input
  await trx.raw(LOCK_TIMEOUT)
  const found = await lockDraft(trx, { order_id })
  if (found?.is_placed) {
    return { is_new: false, refusals: [] }
  }
  const draft = requireOpen(found, order_id)
  if (draft.contract_id === null) {
    return { is_new: false, refusals: [refuseWithoutContract(draft)] }
  }
  const terms = await requireTerms(trx, draft.contract_id)
  const day = today()
  const lines = await lockDraftLines(trx, { order_id, sight: terms.assortment })
  const bypassed = input.bypass_reason === null ? NO_LINES : new Set(lines.map(({ id }) => id))
  const checked = await checkLines(trx, { terms, lines, day, sales_channel_id: draft.sales_channel_id, refined: NOT_REFINED, bypassed })
  const shut = await refuseOutsideHours(trx, terms, new Date())
  const refusals = [
    ...(shut && input.bypass_reason === null ? [shut] : []),
    ...(await refuseDraftTerms(trx, draft, { terms, day })),
    ...(await refuseDraftParts(trx, draft, { terms, lines })),
    ...checked.refusals,
  ]
  if (refusals.length > 0) {
    if (refusals.some(({ code }) => PRICE_REFUSALS.has(code))) {
      await settleDraft(trx, { order_id, terms, day })
    }
    return { is_new: false, refusals }
  }
  const passed = input.bypass_reason === null ? [] : await refusedByRules(trx, { terms, lines })
  await audit.append(await writeOrder(trx, input, { draft, terms, lines, day, checked, passed, shut }), trx)
  return { is_new: true, refusals: [] }
}

/** All that the order rules have against the lines. */
async function refusedByRules(trx: Knex.Transaction, { terms, lines }: { terms: OrderTerms; lines: PricedCartLine[] }): Promise<Refusal[]> {
  const items = lines.flatMap(({ variant_id, ...line }) => (variant_id === null ? [] : [{ ...line, variant_id }]))
  return (await refuseStaffLines(trx, { terms, items })).quantities
}

function refuseWithoutContract({ id, employee }: DraftOrder): Refusal {
  const whose = employee ? ` of ${employee.name}` : ""
  return { code: "draft_without_contract", message: `Draft order ${id}${whose} has no contract yet: choose one first`, subject: id }
}

/** A draft without lines, one that is being changed, and what orders of dealers do not carry. */
async function refuseDraftParts(
  trx: Knex.Transaction,
  { id, is_being_changed }: DraftOrder,
  { terms, lines }: { terms: OrderTerms; lines: PricedCartLine[] }
): Promise<Refusal[]> {
  const named = `Draft order ${id} under contract ${terms.number}`
  const parts = (await partsOfDraft(trx, { order_id: id })).map((part) => ({
    code: "cart_part_not_supported",
    message: `${named} has ${part.replace("_", " ")}, without which orders that staff make are placed: take them off first`,
    subject: part,
  }))
  return [
    ...(is_being_changed ? [{ code: "draft_being_changed", message: `${named} has a change that nobody has confirmed`, subject: id }] : []),
    ...(lines.length === 0 ? [{ code: "cart_empty", message: `${named} has no lines`, subject: id }] : []),
    ...parts,
  ]
}

interface Decided {
  draft: DraftOrder
  terms: OrderTerms
  lines: PricedCartLine[]
  day: string
  checked: CheckedLines
  /** Refusals that the manager's reason passes over. */
  passed: Refusal[]
  /** Why the hours of the client are against it; the manager's reason passes over that too. */
  shut: Refusal | null
}

/** Everything that an order of a dealer gets; answers what is to be logged. */
async function writeOrder(
  trx: Knex.Transaction,
  { order_id, actor, bypass_reason }: PlaceDraftInput,
  decided: Decided
): Promise<AuditInput[]> {
  const { draft, terms, lines, day, checked, passed, shut } = decided
  const ties = { order_id, contract_id: terms.id, legal_entity_id: terms.entity.id }
  const total = orderTotal(lines)
  const kept = {
    employee_id: draft.employee?.id ?? null,
    placed_by_user_id: actor.kind === "user" ? actor.id : null,
    prices_as_of: terms.prices_as_of,
    retail_as_of: terms.retail_as_of,
  }
  const display_id = await openDraft(trx, { ...ties, kept })
  await writeDraftPrices(trx, { order_id, terms, prices: pricesWithReasons(lines, checked), total })
  await holdForOrder(trx, { ...ties, now: new Date().toISOString() }, checked.allocations)
  await demandForOrder(
    trx,
    { ...ties, day },
    checked.waiting.map(({ line_id, ...wanted }) => ({ order_line_id: line_id, ...wanted }))
  )
  await enqueueOrder(trx, { order_id, display_id })
  const about = { actor, subject_type: "order", subject_id: order_id, legal_entity_id: terms.entity.id }
  const placed = { ...about, action: "order.placed", after: { contract_id: terms.id, total, from_draft: true } }
  const hours =
    shut && bypass_reason !== null
      ? [hoursBypassed({ actor, order_id, legal_entity_id: terms.entity.id, reason: bypass_reason, shut })]
      : []
  if (bypass_reason === null || passed.length === 0) {
    return [placed, ...hours]
  }
  const past = passed.map(({ code, details }) => ({ line_id: String(details?.["line_id"] ?? ""), code }))
  await keepEditBypass(trx, { reason: bypass_reason, user_id: actor.id ?? "", user_name: actor.name, lines: past })
  const after = { reason: bypass_reason, lines: passed.map(({ message }) => message).join("; "), line_count: passed.length }
  return [placed, ...hours, { ...about, action: "order.quantity_bypassed", after }]
}

function pricesWithReasons(lines: PricedCartLine[], { explanations }: CheckedLines) {
  const prices = pricesOf(explanations)
  return lines.flatMap(({ id: line_id, unit_price, compare_at_unit_price: retail_price }) => {
    const price = explanations.get(line_id)
    return price ? [{ line_id, unit_price: prices.get(line_id) ?? unit_price, retail_price, price }] : []
  })
}
