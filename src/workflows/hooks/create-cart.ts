import { runHook } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { StepResponse } from "@medusajs/framework/workflows-sdk"
import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import { linkCartContract } from "../../database/ordering/link-cart-contract"
import { openCartLines } from "../../database/ordering/open-cart-lines"
import { activeContractOf } from "../cart/active-contract-of"
import { promotionsOf } from "../cart/promotions"
import { refuseCurrency } from "../cart/refuse-currency"
import { refuseStockLines } from "../cart/refuse-stock-lines"
import { refuseWithoutContract } from "../cart/refuse-without-contract"
import { settlePrices } from "../cart/settle-prices"
import { throwRefusals } from "../order/throw-refusals"

/** The cart is not there yet, so it has no lines to add to. */
const NOT_YET = ""

createCartWorkflow.hooks.setPricingContext(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const customer = await activeContractOf(db, hook.customerData.customer?.id)
  const contract_id = customer.is_employee ? (customer.contract?.id ?? null) : null
  if (contract_id !== null && hook.region && hook.variantIds.length > 0) {
    throwRefusals("cart_refused", await refuseCurrency(db, { id: NOT_YET, contract_id, currency_code: hook.region.currency_code }))
  }
  const { context } = await runHook("create-cart.setPricingContext", { ...hook }, container)
  return new StepResponse({ ...(contract_id === null ? {} : { contract_id }), ...context })
})

createCartWorkflow.hooks.validate(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { customer_id, currency_code, sales_channel_id = null, items = [] } = hook.cart
  const customer = await activeContractOf(db, customer_id)
  const asked = items.flatMap(({ variant_id, quantity }) => (variant_id ? [{ variant_id, quantity: String(quantity) }] : []))
  const own =
    customer.is_employee && customer.contract
      ? await refuseStockLines(db, { id: NOT_YET, currency_code, sales_channel_id, contract_id: customer.contract.id }, asked, "add")
      : await refuseWithoutContract(db, customer_id, asked)
  const { refusals } = await runHook("create-cart.validate", { ...hook }, container)
  throwRefusals("cart_refused", [...own, ...refusals])
})

createCartWorkflow.hooks.cartCreated(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const customer = await activeContractOf(db, hook.cart.customer_id)
  if (customer.is_employee && customer.contract) {
    await linkCartContract(db, { cart_id: hook.cart.id, contract_id: customer.contract.id })
    await db.transaction(async (trx) =>
      settlePrices(trx, promotionsOf(container), hook.cart.id, { put: await lineIdsOf(trx, hook.cart.id) })
    )
  }
  await runHook("create-cart.cartCreated", { ...hook }, container)
})

/** All lines of a cart that has just been made were put in by its dealer. */
async function lineIdsOf(trx: Knex.Transaction, cartId: string): Promise<Set<string>> {
  return new Set((await openCartLines(trx, cartId)).map(({ id }) => id))
}
