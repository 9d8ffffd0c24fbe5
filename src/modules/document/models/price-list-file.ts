import { model } from "@medusajs/framework/utils"

export const PRICE_LIST_FORMATS = ["xlsx", "pdf"] as const
export const PRICE_LIST_LOCALES = ["ru", "en"] as const
export const PRICE_LIST_STATES = ["queued", "running", "done", "failed"] as const

/**
 * A price list that a dealer asked for: what he chose, how far it is, and where the file lies (File module, private). Prices are those of one
 * contract at the moment of making. Not Medusa's `price_list`, which is a set of prices.
 */
export const PriceListFile = model
  .define("price_list_file", {
    id: model.id({ prefix: "plst" }).primaryKey(),
    employee_id: model.text(),
    legal_entity_id: model.text(),
    contract_id: model.text(),
    format: model.enum([...PRICE_LIST_FORMATS]),
    locale: model.enum([...PRICE_LIST_LOCALES]),
    /** Categories with all below them; none = the whole catalogue. */
    category_ids: model.array(),
    in_stock_only: model.boolean(),
    state: model.enum([...PRICE_LIST_STATES]).default("queued"),
    /** Catalogue entries to go through, and those that were; null until counted. */
    total: model.number().nullable(),
    done: model.number().default(0),
    attempts: model.number().default(0),
    /** Moment of the last sign of life of the process that makes it. */
    seen_at: model.dateTime().nullable(),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
    file_id: model.text().nullable(),
    bytes: model.number().nullable(),
    /** Rows in the file; fewer than `total` where goods out of stock are left out. */
    rows: model.number().nullable(),
    prices_as_of: model.dateTime().nullable(),
    finished_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_price_list_file_employee", on: ["employee_id", "created_at"], where: "deleted_at IS NULL" },
    { name: "IDX_price_list_file_unfinished", on: ["created_at"], where: "state IN ('queued', 'running') AND deleted_at IS NULL" },
  ])
