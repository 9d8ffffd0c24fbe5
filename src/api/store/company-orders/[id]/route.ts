import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../../../database/ordering/company-order-lines"
import { reservationOfOrder } from "../../../../database/reservations/reservation-of-order"
import { tellerOf } from "../../../locale-of"
import { orderInReach } from "../../../order-in-reach"
import { presentKeptPrice } from "../../../present-kept-price"
import { orderVat, presentLine, presentOrder } from "../../../present-order"
import type { StoreCompanyOrderQuery } from "../validators"

export async function GET(req: AuthenticatedMedusaRequest<unknown, StoreCompanyOrderQuery>, res: MedusaResponse) {
  const order_id = req.params.id ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const order = await orderInReach(req, "view")
  const tell = req.validatedQuery.explanations ? tellerOf(req, order.currency_code) : null
  const rows = await companyOrderLines(db, { order_id, with_kept: tell !== null })
  const lines = rows.map((line) => ({
    ...presentLine(line, order.currency_code),
    ...(tell ? { explanation: presentKeptPrice(line, tell) } : {}),
  }))
  const reservation = await reservationOfOrder(db, { order_id })
  res.json({ order: { ...presentOrder(order), ...orderVat(rows, order.currency_code), reservation, lines } })
}
