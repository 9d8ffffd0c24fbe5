import { type Refusal, today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { digestOfCart } from "../../../database/ordering/formed-cart"
import { type LockedCart, lockCart } from "../../../database/ordering/lock-cart"
import { lockCartLines, openCartLines } from "../../../database/ordering/open-cart-lines"
import { refinementOfCart, type RefinementState } from "../../../database/ordering/refinement-of-cart"
import { type OrderTerms, termsOfContract } from "../../../database/ordering/terms-of-contract"
import { type RefinementWrite, writeRefinement, writeRefinementFailure } from "../../../database/ordering/write-refinement"
import { CONTRACT_PRICING_MODULE } from "../../../modules/contract-pricing"
import { roundPrice } from "../../../modules/contract-pricing/rules/round-price"
import type ContractPricingModuleService from "../../../modules/contract-pricing/service"
import { throwConflict } from "../../order/throw-conflict"
import { throwRefusals } from "../../order/throw-refusals"
import { askErp } from "../ask-erp"
import { type Promotions, promotionsOf } from "../promotions"
import { decideCartUse } from "../rules/decide-cart-use"
import { settleLines } from "../settle-prices"

export interface RefineCartInput {
  cart_id: string
  /** Legal entities in whose name he may do this. */
  entity_ids: string[]
}

/** A line whose price in the cart is another than before. */
export interface RefinedChange {
  line_id: string
  variant_id: string | null
  title: string
  from: string
  to: string
}

export interface RefineCartOutcome extends RefinementState {
  cart_id: string
  changes: RefinedChange[]
}

/**
 * Asks the ERP what a cart costs and writes what it says into the lines. Without an answer the cart stays as it is and the outcome says so. The
 * write is one transaction and nothing that can be undone follows it, so it needs no compensation.
 */
export const refineCartStep = createStep("refine-cart", async (input: RefineCartInput, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const pricing = container.resolve<ContractPricingModuleService>(CONTRACT_PRICING_MODULE)
  const { cart_id } = input
  const terms = await usableTerms(db, input)
  const word = await askErp(db, pricing, { cart_id, terms })
  if ("code" in word) {
    tellWhy(container, cart_id, word)
    await writeRefinementFailure(db, { cart_id, code: word.code })
  }
  const changes =
    "refinement" in word
      ? await db.transaction((trx) => keepWord(trx, promotionsOf(container), terms, word.refinement)).catch(throwConflict)
      : []
  return new StepResponse<RefineCartOutcome>({ cart_id, ...(await refinementOfCart(db, cart_id)), changes })
})

/** That nobody can be asked is how the installation is set up, no news. */
function tellWhy(container: MedusaContainer, cartId: string, { code, message }: { code: string; message: string }): void {
  if (code !== "no_refiner") {
    container.resolve(ContainerRegistrationKeys.LOGGER).warn(`Cart ${cartId} was not refined (${code}): ${message}`)
  }
}

/** Refuses before the ERP is bothered: a cart that is an order already, or whose contract cannot be used. */
async function usableTerms(db: Knex, { cart_id, entity_ids }: RefineCartInput): Promise<OrderTerms> {
  const cart = await db.transaction((trx) => lockCart(trx, cart_id)).catch(throwConflict)
  refuseCompleted(cart, cart_id)
  const terms = cart?.contract_id ? await termsOfContract(db, { contract_id: cart.contract_id }) : null
  const refusals: Refusal[] = cart ? decideCartUse(cart, terms, today(), entity_ids) : []
  throwRefusals("cart_refused", refusals)
  if (!terms) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cart_id} has no contract`, "no_usable_contract")
  }
  return terms
}

function refuseCompleted(cart: LockedCart | null, cartId: string): void {
  if (!cart) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Cart with id ${cartId} was not found`)
  }
  if (cart.is_completed) {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, `Cart ${cartId} has already become an order`, "cart_completed")
  }
}

/**
 * Keeps the ERP's word and brings the prices of the lines up to date by it, ours where it says nothing; a cart that is not what it was asked about
 * stays as it is.
 */
async function keepWord(
  trx: Knex.Transaction,
  promotions: Promotions,
  terms: OrderTerms,
  refinement: RefinementWrite
): Promise<RefinedChange[]> {
  const { cart_id } = refinement
  const cart = await lockCart(trx, cart_id)
  refuseCompleted(cart, cart_id)
  const before = await lockCartLines(trx, cart_id)
  if (cart?.contract_id !== terms.id || (await digestOfCart(trx, cart_id)) !== refinement.lines_digest) {
    await writeRefinementFailure(trx, { cart_id, code: "cart_changed" })
    return []
  }
  await writeRefinement(trx, refinement)
  await settleLines(trx, { cart_id, terms, promotions, put: new Map() })
  const priceBefore = new Map(before.map(({ id, unit_price }) => [id, roundPrice(unit_price, terms.currency_code)]))
  return (await openCartLines(trx, cart_id)).flatMap(({ id: line_id, variant_id, title, unit_price }): RefinedChange[] => {
    const [from, to] = [priceBefore.get(line_id) ?? "", roundPrice(unit_price, terms.currency_code)]
    return from === to ? [] : [{ line_id, variant_id, title, from, to }]
  })
}
