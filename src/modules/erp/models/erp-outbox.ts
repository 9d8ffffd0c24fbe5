import { model } from "@medusajs/framework/utils"

/** What must go to the ERP. Written in the transaction that places the order, so that no order is lost on the way. */
export const ErpOutbox = model
  .define("erp_outbox", {
    id: model.id({ prefix: "outb" }).primaryKey(),
    source: model.text().nullable(),
    kind: model.enum(["order"]).default("order"),
    subject_id: model.text(),
    number: model.text().unique(),
    state: model.enum(["pending", "sent", "confirmed", "failed"]).default("pending"),
    attempts: model.number().default(0),
    last_error: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    confirmed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_erp_outbox_subject", on: ["kind", "subject_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_erp_outbox_state", on: ["state"], where: "deleted_at IS NULL" },
  ])
