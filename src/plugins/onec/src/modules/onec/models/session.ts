import { model } from "@medusajs/framework/utils"

/** One protocol session, from checkauth to the last command of a package. */
export const OnecSession = model
  .define("onec_session", {
    id: model.id({ prefix: "onse" }).primaryKey(),
    /** SHA-256 of the cookie value: whoever reads the table cannot take over a session. */
    token_hash: model.text().unique("UQ_onec_session_token_hash"),
    account_id: model.text(),
    type: model.enum(["catalog", "sale", "reference", "partners"]),
    /** Schema version that 1C named at init; null when it named none. */
    version: model.text().nullable(),
    state: model.enum(["open", "closed"]).default("open"),
    /** Orders given to 1C in this session: exactly these are confirmed by its `success`. */
    sent_order_ids: model.array().nullable(),
    /** Receipts of the partners given to 1C in this session, likewise. */
    sent_partners: model.array().nullable(),
    /** While a request writes into the session's folder; a lease, so that a killed server does not lock the session for ever. */
    busy_until: model.dateTime().nullable(),
    last_seen_at: model.dateTime(),
  })
  .indexes([
    { name: "IDX_onec_session_account_id", on: ["account_id"] },
    { name: "IDX_onec_session_state_last_seen_at", on: ["state", "last_seen_at"] },
  ])
