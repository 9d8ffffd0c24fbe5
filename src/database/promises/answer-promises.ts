import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import type { PromiseAnswer } from "../../modules/supply/rules/promise-answer"
import { forgetPurchases } from "../purchases/forget-purchases"
import { cancelWaiting, settleOrder } from "./cancel-waiting"
import { lockPromises } from "./lock-promises"
import { logPromiseChanges } from "./log-promise-changes"
import { repromise, standingPromises } from "./repromise"
import { splitWaiting } from "./split-waiting"

export interface PromiseAnswerInput {
  order_id: string
  /** Null = all lines that an answer is due of. */
  line_ids: string[] | null
  answer: PromiseAnswer
}

/** A demand that is answered for, with what its line has of stock. */
export interface AnsweredDemand {
  id: string
  order_line_id: string
  /** Base units that still wait. */
  waiting: string
  /** Of the line, what is there. */
  in_stock: string
}

const DEMANDS = `
  select d.id, d.order_line_id, trim_scale(d.quantity - d.served)::text as waiting, trim_scale(i.quantity - d.quantity + d.served)::text as in_stock
  from demand d
  join "order" o on o.id = d.order_id
  join order_item i on i.item_id = d.order_line_id and i.order_id = o.id and i.version = o.version and i.deleted_at is null
  where d.order_id = :order_id and d.quantity > d.served and case
    when cast(:line_ids as text[]) is null then exists (select from promise_change c where c.demand_id = d.id and c.is_worse and c.answered_at is null)
    else d.order_line_id = any(cast(:line_ids as text[])) end
  order by d.place, d.id`

const LOCK_ORDER = `
  select o.canceled_at is not null or coalesce(s.is_cancelled or s.shipped_on is not null, false) as is_over
  from "order" o left join order_state s on s.order_id = o.id and s.deleted_at is null
  where o.id = :order_id for update of o`

const ANSWERED = `update promise_change set answered_at = now() where demand_id = any(cast(:ids as text[])) and answered_at is null`

/**
 * What a dealer makes of the promises of his order: he accepts their days, splits what waits off into lines of its own, or cancels it; what he gives
 * back is promised to who waits for it. Throws NOT_ALLOWED `order_closed` for an order that was shipped or cancelled, `nothing_waits` where no line is
 * meant or one of those named waits for nothing, `nothing_to_split` for a line of which nothing is in stock.
 */
export async function answerPromises(trx: Knex.Transaction, { order_id, line_ids, answer }: PromiseAnswerInput): Promise<AnsweredDemand[]> {
  await lockPromises(trx, "alone")
  const { rows: orders } = await trx.raw<{ rows: { is_over: boolean }[] }>(LOCK_ORDER, { order_id })
  if (orders[0]?.is_over) {
    throw refusal(`Order ${order_id} was shipped or cancelled: its promises stand as they are.`, "order_closed")
  }
  const { rows: demands } = await trx.raw<{ rows: AnsweredDemand[] }>(DEMANDS, { order_id, line_ids })
  if (demands.length === 0 || (line_ids && demands.length < new Set(line_ids).size)) {
    throw refusal(`Order ${order_id} has no such line that waits for a supply.`, "nothing_waits")
  }
  const ids = demands.map(({ id }) => id)
  const before = await standingPromises(trx, ids)
  if (answer === "split") {
    refuseEmptySplit(demands)
    await splitWaiting(trx, { order_id, demands })
  }
  if (answer === "cancel") {
    await cancelWaiting(trx, { order_id, demands })
  }
  await trx.raw(ANSWERED, { ids })
  const cause = ({ accept: "accepted", split: "split", cancel: "cancelled" } as const)[answer]
  await logPromiseChanges(
    trx,
    ids.map((demand_id) => {
      const parts = before.get(demand_id) ?? []
      const after = answer === "cancel" ? [] : parts
      return { demand_id, order_id, cause, before: parts, after, is_worse: false, is_to_tell: false }
    })
  )
  if (answer !== "accept") {
    await settleOrder(trx, { order_id })
    await repromise(trx, { released: [], day: today() })
  }
  if (answer === "cancel") {
    await forgetPurchases(trx, { order_id })
  }
  return demands
}

function refuseEmptySplit(demands: AnsweredDemand[]): void {
  const empty = demands.find(({ in_stock }) => Number(in_stock) === 0)
  if (empty) {
    throw refusal(`Nothing of line ${empty.order_line_id} is in stock: there is nothing to split it from.`, "nothing_to_split")
  }
}

const refusal = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
