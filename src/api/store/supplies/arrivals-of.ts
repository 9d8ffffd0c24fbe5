import { today } from "@kontor/framework"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { amongBought } from "../../../database/purchases/purchases"
import { unknownCategories } from "../../../database/queries/category-key"
import { type PlannedArrival, plannedArrivals } from "../../../database/supplies/planned-arrivals"
import { requireContract } from "../../dealer-scope"
import { boughtBy } from "../purchases/bought-by"
import type { StoreListArrivals } from "./validators"

/** Planned arrivals under the active contract of who asks. Throws NOT_FOUND for a category that he does not see. */
export async function arrivalsOf(
  req: Pick<MedusaRequest, "dealer" | "path" | "scope">,
  query: StoreListArrivals
): Promise<{ arrivals: PlannedArrival[]; count: number }> {
  const { category_id = null, from = null, to = null, bought, limit, offset } = query
  const { warehouse_ids, assortment: sight } = requireContract(req)
  const db: Knex = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  if (category_id !== null && (await unknownCategories(db, { category_ids: [category_id], sight })).length > 0) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Category with id: ${category_id} was not found`)
  }
  const among = bought ? [await amongBought(db, "before", boughtBy(req))] : []
  return plannedArrivals(db, { sight, warehouse_ids, day: today(), from, to, category_id, among, limit, offset })
}
