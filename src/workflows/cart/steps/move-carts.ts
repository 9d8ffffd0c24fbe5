import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { openCartIds } from "../../../database/ordering/open-cart-ids"
import { termsOfContract } from "../../../database/ordering/terms-of-contract"
import { throwConflict } from "../../order/throw-conflict"
import { throwRefusals } from "../../order/throw-refusals"
import { type CartMove, type CartMoveInput, moveCart } from "../move-cart"
import { promotionsOf } from "../promotions"

export interface MoveCartsInput {
  customer_id: string
  /** The contract that is left; carts under none come along too. */
  left_contract_id: string | null
  contract_id: string
  entity_ids: string[]
}

/** Moves the open carts of a person in one transaction. Nothing that can be undone follows it, so it needs no compensation. */
export const moveCartsStep = createStep("move-carts", async (input: MoveCartsInput, { container }) => {
  const { customer_id, left_contract_id, contract_id, entity_ids } = input
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const promotions = promotionsOf(container)
  const moves = await db
    .transaction(async (trx) => {
      const terms = await termsOfContract(trx, { contract_id })
      const moved: CartMove[] = []
      for (const cart_id of await openCartIds(trx, { customer_id, contract_id: left_contract_id })) {
        moved.push(await moveCart(trx, promotions, { cart_id, contract_id, entity_ids }, terms))
      }
      return moved
    })
    .catch(throwConflict)
  return new StepResponse(moves)
})

/** Moves one cart that was asked for by name; what would keep it where it is refuses the request. */
export const moveCartStep = createStep("move-cart", async (input: CartMoveInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const move = await db
    .transaction(async (trx) =>
      moveCart(trx, promotionsOf(container), input, await termsOfContract(trx, { contract_id: input.contract_id }))
    )
    .catch(throwConflict)
  throwRefusals("cart_refused", move.refusals)
  return new StepResponse(move)
})
