import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { companyOrderLines } from "../../../../../database/ordering/company-order-lines"
import { currencyOfOrder } from "../../../../../database/queries/currency-of-order"
import { tellerOf } from "../../../../locale-of"
import { presentBypass } from "../../../../present-bypass"
import { presentKeptPrice } from "../../../../present-kept-price"
import { orderVat, presentLine } from "../../../../present-order"
import type { AdminOrderPricesResponse } from "./validators"

export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse<AdminOrderPricesResponse>): Promise<void> {
  const order_id = req.params["id"] ?? ""
  const db = req.scope.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const currency_code = await currencyOfOrder(db, order_id)
  if (currency_code === null) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `There is no order ${order_id}.`)
  }
  const tell = tellerOf(req, currency_code)
  const rows = await companyOrderLines(db, { order_id, with_kept: true })
  const lines = rows.map((line) => {
    const {
      retail_price: _retail,
      thumbnail: _thumbnail,
      promise: _promise,
      reserved: _reserved,
      ...told
    } = presentLine(line, currency_code)
    return { ...told, explanation: presentKeptPrice(line, tell), quantity_bypass: presentBypass(line) }
  })
  res.json({ currency_code, ...orderVat(rows, currency_code), lines })
}
