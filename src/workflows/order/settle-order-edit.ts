import type { Actor } from "@kontor/framework"
import { onCarryPromotionsFlagSet } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openEdit } from "../../database/ordering/edited-order-prices"
import { type PricedEdit, priceOrderEdit } from "./price-order-edit"
import { throwConflict } from "./throw-conflict"

/**
 * Writes into the open change of an order what its lines cost by the contract, so that whoever looks at it, and Medusa's workflow as it is confirmed, reckon
 * with that. Promotions that are carried over are reckoned anew where a price has moved, by Medusa's workflow: it reckons them from the prices that it finds.
 *
 * @returns null of an order that is not being changed, or under no contract
 * @throws MedusaError CONFLICT when somebody else is changing it at this moment
 */
export async function settleOrderEdit(
  container: MedusaContainer,
  { order_id, actor }: { order_id: string; actor: Actor }
): Promise<PricedEdit | null> {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const edit = await openEdit(db, order_id)
  if (!edit) {
    return null
  }
  const priced = await db.transaction((trx) => priceOrderEdit(trx, { order_id, actor })).catch(throwConflict)
  if (priced?.has_moved && edit.carries_promotions) {
    await onCarryPromotionsFlagSet(container).run({ input: { order_change_id: edit.id, carry_over_promotions: true } })
  }
  return priced
}
