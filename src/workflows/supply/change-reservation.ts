import type { Actor, Refusal } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { changeReservation, type ReservationDeed } from "../../database/reservations/change-by-hand"
import type { ShortLine } from "../../database/reservations/hold-missing"
import { AUDIT_MODULE } from "../../modules/audit"
import type AuditModuleService from "../../modules/audit/service"
import { SupplyEvents } from "../../modules/supply/events"
import { LOCK_TIMEOUT } from "../order/steps/place-order"
import { throwConflict } from "../order/throw-conflict"
import { throwRefusals } from "../order/throw-refusals"

export interface ChangeReservationInput {
  order_id: string
  deed: ReservationDeed
  /** Why, in the words of who does it. */
  reason: string | null
  actor: Actor
}

const ACTIONS: Record<ReservationDeed["kind"], string> = {
  prolong: "order.reservation_prolonged",
  release: "order.reservation_released",
  hold: "order.reserved_again",
}

/** In one transaction with its audit entry: nothing has to be undone. */
const changeReservationStep = createStep("change-reservation", async (input: ChangeReservationInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const audit = container.resolve<AuditModuleService>(AUDIT_MODULE)
  const { order_id, deed, reason, actor } = input
  const changed = await db
    .transaction(async (trx) => {
      await trx.raw(LOCK_TIMEOUT)
      const { before, after, short, is_held_anew } = await changeReservation(trx, { order_id, deed, now: new Date().toISOString() })
      throwRefusals("reservation_refused", is_held_anew ? [] : short.map(tellShort))
      const facts = (at: typeof before) => ({ state: at.state, reserved_until: at.reserved_until })
      const entry = { actor, action: ACTIONS[deed.kind], subject_type: "order", subject_id: order_id }
      await audit.append([{ ...entry, before: facts(before), after: { ...facts(after), reason, short_lines: short.length } }], trx)
      return { short: short.length }
    })
    .catch(throwConflict)
  return new StepResponse(changed)
})

function tellShort({ id, article, title, missing, available }: ShortLine): Refusal {
  const message = `"${title}": ${available} available, ${missing} to be reserved`
  return { code: "insufficient_stock", message, subject: article ?? id, details: { line_id: id, missing, available } }
}

/**
 * Prolongs, releases or holds what an order takes of stock, by hand. Errors as of `changeReservation`; NOT_ALLOWED `insufficient_stock`, or
 * `reservation_refused` for several lines, with all that are short.
 */
export const changeReservationWorkflow = createWorkflow("change-reservation", (input: WorkflowData<ChangeReservationInput>) => {
  const changed = changeReservationStep(input)
  emitEventStep({ eventName: SupplyEvents.RESERVATION_CHANGED, data: { id: input.order_id } })
  return new WorkflowResponse(changed)
})
