import { type Actor, type AuditInput, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MathBN } from "@medusajs/framework/utils"
import { contractOfOrder } from "../../database/ordering/contract-of-cart"
import { type EditedPriceLine, lockEditedLines, writeEditedPrices } from "../../database/ordering/edited-order-prices"
import type { KeptExplanation } from "../../database/ordering/insert-order-lines"
import { termsOfContract } from "../../database/ordering/terms-of-contract"
import { explainLines } from "./check-lines"
import { NOT_REFINED } from "./settle-draft"

/** What is kept and logged once a change of an order has been confirmed. */
export interface PricedEdit {
  /** By line of the order. */
  lines: { line_id: string; price: KeptExplanation }[]
  entry: AuditInput | null
  /** Whether it changed any price in the change. */
  has_moved: boolean
}

/**
 * Prices what the open change of an order adds or gives another quantity: as a cart of the contract that has all lines of the order would be priced today.
 * Lines that it leaves alone, or gives the quantity back that they had, keep the price that they were placed at; so do those that have no price any more.
 * A price that staff set in the change holds, and its explanation says so.
 *
 * @returns null of an order under no contract
 */
export async function priceOrderEdit(
  trx: Knex.Transaction,
  { order_id, actor }: { order_id: string; actor: Actor }
): Promise<PricedEdit | null> {
  const contract_id = await contractOfOrder(trx, order_id)
  const terms = contract_id === null ? null : await termsOfContract(trx, { contract_id })
  if (!terms) {
    return null
  }
  const day = today()
  const lines = await lockEditedLines(trx, { order_id, sight: terms.assortment })
  const { explanations } = await explainLines(trx, { terms, lines, day, refined: NOT_REFINED })
  const byHand = lines.flatMap((line) => (line.is_by_hand ? [{ line, kept: setByHand(line, { contract_id: terms.id, day, actor }) }] : []))
  const byEngine = lines.flatMap((line) => {
    const kept = explanations.get(line.id)
    const price = kept?.steps.at(-1)?.amount
    return line.action_id !== null && !line.is_by_hand && kept && price !== undefined
      ? [{ line, kept, action_id: line.action_id, price }]
      : []
  })
  const restored = lines.flatMap((line) => line.restored ?? [])
  const has_moved = await writeEditedPrices(trx, [...byEngine.map(({ action_id, price }) => ({ action_id, price })), ...restored])
  const priced = [...byEngine, ...byHand]
  const about = { actor, subject_type: "order", subject_id: order_id, legal_entity_id: terms.entity.id }
  const told = priced.map(({ line, kept }) => `${line.article ?? line.title} × ${line.quantity}: ${kept.steps.at(-1)?.amount ?? ""}`)
  return {
    has_moved,
    lines: priced.map(({ line, kept }) => ({ line_id: line.id, price: kept })),
    entry:
      priced.length === 0 ? null : { ...about, action: "order.repriced", after: { lines: told.join("; "), line_count: priced.length } },
  }
}

function setByHand(
  { quantity, unit_price, vat_rate }: EditedPriceLine,
  { contract_id, day, actor }: { contract_id: string; day: string; actor: Actor }
): KeptExplanation {
  const amount = MathBN.convert(unit_price).toFixed()
  return { contract_id, day, quantity, vat_rate, steps: [{ code: "set_by_staff", amount, user_name: actor.name }] }
}
