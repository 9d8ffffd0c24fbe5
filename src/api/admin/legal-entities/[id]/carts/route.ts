import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { openCartsOfEntity } from "../../../../../database/ordering/open-carts-of-entity"
import { roundPrice } from "../../../../../modules/contract-pricing/rules/round-price"
import type { AdminListClientCarts } from "../../workplace-validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, AdminListClientCarts>, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { carts, count } = await openCartsOfEntity(db, { legal_entity_id: req.params.id ?? "", limit, offset })
  res.json({ carts: carts.map((cart) => ({ ...cart, total: roundPrice(cart.total, cart.currency_code) })), count, offset, limit })
}
