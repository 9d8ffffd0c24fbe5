import { model } from "@medusajs/framework/utils"

/** One load (in) or one sending (out), with its figures: `counts` is `{ [kind]: { received, created, updated, deleted, unchanged } }`. */
export const ExchangeRun = model
  .define("exchange_run", {
    id: model.id({ prefix: "xrun" }).primaryKey(),
    source: model.text(),
    direction: model.enum(["in", "out"]),
    kind: model.text(),
    filename: model.text().nullable(),
    inbox_id: model.text().nullable(),
    state: model.enum(["running", "done", "failed"]),
    started_at: model.dateTime(),
    finished_at: model.dateTime().nullable(),
    duration_ms: model.number().nullable(),
    counts: model.json().nullable(),
    issue_count: model.number().default(0),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
    formed_at: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_exchange_run_started_at", on: ["started_at"] },
    { name: "IDX_exchange_run_inbox_id", on: ["inbox_id"] },
  ])
