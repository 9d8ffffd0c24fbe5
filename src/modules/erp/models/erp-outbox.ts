import { model } from "@medusajs/framework/utils"

/** What may go to the ERP: orders, and partners that were made or corrected here. */
export const OUTBOX_KINDS = ["order", "legal_entity", "delivery_point"] as const

/** What must go to the ERP. Written in the transaction that places the order, so that no order is lost on the way. */
export const ErpOutbox = model
  .define("erp_outbox", {
    id: model.id({ prefix: "outb" }).primaryKey(),
    source: model.text().nullable(),
    kind: model.enum([...OUTBOX_KINDS]).default("order"),
    subject_id: model.text(),
    /** The number by which the ERP knows an order; partners have none. */
    number: model.text().unique().nullable(),
    state: model.enum(["pending", "sent", "confirmed", "failed"]).default("pending"),
    attempts: model.number().default(0),
    /** Counts the times that a partner was queued: a confirmation covers the revision that was given, no later one. */
    revision: model.number().default(1),
    /** Requisites that a legal entity of the ERP's is to have; fields as in the partners package. */
    payload: model.json().nullable(),
    last_error: model.text().nullable(),
    sent_at: model.dateTime().nullable(),
    confirmed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_erp_outbox_subject", on: ["kind", "subject_id"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_erp_outbox_state", on: ["state"], where: "deleted_at IS NULL" },
  ])
