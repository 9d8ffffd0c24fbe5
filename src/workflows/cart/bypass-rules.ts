import type { Actor } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { keepBypasses } from "../../database/ordering/quantity-bypass"
import type { OrderTerms } from "../../database/ordering/terms-of-contract"
import { staffOfUser } from "../../database/queries/staff-of-user"
import type AuditModuleService from "../../modules/audit/service"
import { nameOf } from "./rules/tell-price"
import type { LineWrite } from "./types"

/** Lines that the log names; the order has all of them. */
const LINES_LOGGED = 100

/** Who lets lines past the rules, and why. */
export interface AllowedBypass {
  reason: string
  actor: Actor
  user_id: string
}

/**
 * Only a manager, who is signed in as the client, may: an employee of the dealer and an assistant may not.
 *
 * @throws MedusaError FORBIDDEN `bypass_not_allowed`
 */
export async function allowedBypass(db: Knex, { reason, actor }: { reason: string; actor: Actor }): Promise<AllowedBypass> {
  const user_id = actor.kind === "user" && actor.acting_for_employee_id !== null ? actor.id : null
  const staff = user_id === null ? null : await staffOfUser(db, { user_id })
  if (user_id === null || !staff || staff.role === "assistant") {
    throw new MedusaError(
      MedusaError.Types.FORBIDDEN,
      "Only a manager of the client may pass over the rules of his orders.",
      "bypass_not_allowed"
    )
  }
  return { reason, actor, user_id }
}

interface PastLines {
  cart_id: string
  terms: OrderTerms
  bypass: AllowedBypass
  writes: LineWrite[]
  /** Of the lines, by variant. */
  ids: ReadonlyMap<string, string>
}

/** Keeps which lines were let past, and logs it in the same transaction; lines that the rules allow need no word. */
export async function letPast(
  trx: Knex.Transaction,
  { cart_id, terms, bypass, writes, ids }: PastLines,
  audit: AuditModuleService
): Promise<void> {
  const past = writes.flatMap(({ bypassed: code, sellable, quantity }) => (code === undefined ? [] : [{ code, sellable, quantity }]))
  if (past.length === 0) {
    return
  }
  const { actor, reason, user_id } = bypass
  const lines = past.flatMap(({ code, sellable, quantity }) => {
    const cart_line_id = ids.get(sellable.variant_id)
    return cart_line_id === undefined ? [] : [{ cart_line_id, quantity, code }]
  })
  await keepBypasses(trx, { cart_id, contract_id: terms.id, reason, user_id, user_name: actor.name, lines })
  const named = past.slice(0, LINES_LOGGED).map(({ code, sellable, quantity }) => `${nameOf(sellable)} × ${quantity}: ${code}`)
  await audit.append(
    [
      {
        actor,
        action: "cart.quantity_bypassed",
        ...{ subject_type: "cart", subject_id: cart_id, legal_entity_id: terms.entity.id },
        after: { reason, lines: named.join("; "), line_count: past.length },
      },
    ],
    trx
  )
}
