import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../database/ordering/company-order-lines"
import { companyOrders } from "../../database/ordering/company-orders"
import type { Reach } from "../../modules/company/rules/reach-of-scope"
import { putCartLinesWorkflow } from "../cart/put-cart-lines"
import type { LinesMode, LinesResult } from "../cart/types"
import { askAgain, type RepeatResult, tellRepeated } from "./rules/tell-repeated"

export interface RepeatOrderInput {
  order_id: string
  /** Whose orders he may look at. */
  reach: Reach
  cart_id: string
  mode: LinesMode
  /** The contract to tie the cart to when it has none yet. */
  contract_id: string | null
  /** Legal entities in whose name he may put lines. */
  entity_ids: string[]
}

export type RepeatedOrder = Omit<LinesResult, "lines"> & { lines: RepeatResult[] }

/**
 * Puts what was ordered once into a cart, at the terms of now, as one set. What cannot be had any more is told by the name that the order keeps.
 *
 * @throws MedusaError NOT_FOUND for an order out of reach; NOT_ALLOWED `nothing_to_repeat` where no line names a product; and what
 * `putCartLinesWorkflow` throws
 */
export async function repeatOrder(container: MedusaContainer, input: RepeatOrderInput): Promise<RepeatedOrder> {
  const { order_id, reach, cart_id, mode, contract_id, entity_ids } = input
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { count } = await companyOrders(db, { ...reach, order_id, legal_entity_id: null, q: null, limit: 1, offset: 0 })
  if (count === 0) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id ${order_id} was not found`)
  }
  const ordered = await companyOrderLines(db, { order_id, with_kept: false })
  const asked = askAgain(ordered)
  if (asked.length === 0) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `No line of order ${order_id} names a product that could be put again`,
      "nothing_to_repeat"
    )
  }
  const { result } = await putCartLinesWorkflow(container).run({ input: { cart_id, mode, lines: asked, contract_id, entity_ids } })
  const lines = tellRepeated(ordered, result.lines)
  const refused = lines.filter(({ status }) => status === "refused").length
  return { ...result, accepted: lines.length - refused, refused, lines }
}
