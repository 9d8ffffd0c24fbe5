import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { handOverWork, type HandedOver, takeWorkBack } from "../../../database/people/hand-over-work"

export interface HandOverParties {
  /** Null: he never had an account, so he has no work. */
  from_customer_id: string | null
  to_customer_id: string
  entity_ids: string[]
}

type Undo = HandedOver & { customer_id: string; email: string }

/** Hands carts and orders over in one transaction and counts them; undone by giving exactly these back. */
export const handOverWorkStep = createStep(
  "hand-over-work-records",
  async ({ from_customer_id, to_customer_id, entity_ids }: HandOverParties, { container }) => {
    if (from_customer_id === null) {
      return new StepResponse<{ carts: number; orders: number }, Undo | null>({ carts: 0, orders: 0 }, null)
    }
    const customers = container.resolve(Modules.CUSTOMER)
    const [from, to] = [await customers.retrieveCustomer(from_customer_id), await customers.retrieveCustomer(to_customer_id)]
    const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const work = await db.transaction((trx) => handOverWork(trx, { from_customer_id, to_customer_id, to_email: to.email, entity_ids }))
    const undo: Undo = { ...work, customer_id: from_customer_id, email: from.email }
    return new StepResponse<{ carts: number; orders: number }, Undo | null>(
      { carts: work.cart_ids.length, orders: work.order_ids.length },
      undo
    )
  },
  async (undo, { container }) => {
    if (undo) {
      await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction((trx) => takeWorkBack(trx, undo))
    }
  }
)
