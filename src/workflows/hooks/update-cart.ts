import { runHook } from "@kontor/framework"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { updateCartWorkflow } from "@medusajs/medusa/core-flows"
import { contractOfCart } from "../../database/ordering/contract-of-cart"
import { refuseCurrency } from "../cart/refuse-currency"
import { throwRefusals } from "../order/throw-refusals"

updateCartWorkflow.hooks.validate(async (hook, { container }) => {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const currency_code: unknown = hook.input.currency_code
  const cart = await contractOfCart(db, hook.cart.id)
  const isOther = cart !== null && typeof currency_code === "string" && currency_code !== cart.currency_code
  const own = isOther ? await refuseCurrency(db, { id: cart.id, contract_id: cart.contract_id, currency_code }) : []
  const { refusals } = await runHook("update-cart.validate", { ...hook }, container)
  throwRefusals("cart_refused", [...own, ...refusals])
})
