import { model } from "@medusajs/framework/utils"

/** The state of an order as the ERP told it last. Days are calendar days (YYYY-MM-DD) of the ERP, hence text. */
export const OrderState = model.define("order_state", {
  id: model.id({ prefix: "ords" }).primaryKey(),
  order_id: model.text().unique(),
  status: model.text().nullable(),
  erp_number: model.text().nullable(),
  erp_date: model.text().nullable(),
  is_posted: model.boolean().nullable(),
  is_cancelled: model.boolean().default(false),
  paid_on: model.text().nullable(),
  shipped_on: model.text().nullable(),
  /** What of each variant has been shipped so far, base units: `{"variant_…": "7.5"}`; null = the ERP has not said. */
  shipped: model.json().nullable(),
  as_of: model.dateTime(),
  external_id: model.text().nullable(),
})
