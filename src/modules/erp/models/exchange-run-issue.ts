import { model } from "@medusajs/framework/utils"

/** Something in a package that a person should know of. At most 1,000 are kept for a run; `issue_count` of the run tells them all. */
export const ExchangeRunIssue = model
  .define("exchange_run_issue", {
    id: model.id({ prefix: "xiss" }).primaryKey(),
    run_id: model.text(),
    position: model.number(),
    severity: model.enum(["info", "warning", "error"]),
    code: model.text(),
    message: model.text(),
    subject: model.text().nullable(),
  })
  .indexes([{ name: "IDX_exchange_run_issue_run", on: ["run_id", "position"] }])
