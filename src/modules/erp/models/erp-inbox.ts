import { model } from "@medusajs/framework/utils"

/** A delivered file on its way into the database. The same (session, file name, content) is one row. */
export const ErpInbox = model
  .define("erp_inbox", {
    id: model.id({ prefix: "inbx" }).primaryKey(),
    source: model.text(),
    adapter: model.text(),
    filename: model.text(),
    path: model.text(),
    bytes: model.number(),
    sha256: model.text(),
    state: model.enum(["pending", "running", "done", "failed"]).default("pending"),
    attempts: model.number().default(0),
    session_id: model.text().nullable(),
    run_id: model.text().nullable(),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
    received_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_erp_inbox_delivery", on: ["session_id", "filename", "sha256"], unique: true, where: "deleted_at IS NULL" },
    { name: "IDX_erp_inbox_unfinished", on: ["source", "received_at"], where: "state IN ('pending', 'running') AND deleted_at IS NULL" },
  ])
