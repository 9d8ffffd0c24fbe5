import { model } from "@medusajs/framework/utils"

/** Sign-in of one 1C base. `source` names that base: identity of everything it sends is (source, kind, id). */
export const OnecAccount = model
  .define("onec_account", {
    id: model.id({ prefix: "onac" }).primaryKey(),
    login: model.text().unique("UQ_onec_account_login"),
    /** `scrypt$cost$salt$key`; the secret itself is shown once and kept nowhere. */
    secret_hash: model.text(),
    source: model.text(),
    /** Which of the two 1C clients the orders are written for; `auto` tells them apart by their init request. */
    dialect: model.enum(["auto", "client_a", "client_b"]).default("auto"),
    is_active: model.boolean().default(true),
    last_used_at: model.dateTime().nullable(),
    /** Largest piece of a file in bytes, as told to 1C; null takes the option of the plugin. */
    file_limit: model.number().nullable(),
  })
  .checks([{ name: "CK_onec_account_file_limit", expression: (columns) => `${columns.file_limit} is null or ${columns.file_limit} > 0` }])
