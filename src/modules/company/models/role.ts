import { model } from "@medusajs/framework/utils"

/** A custom role: a named set of rights that stands in the place of a built-in role. */
export const Role = model
  .define("role", {
    id: model.id({ prefix: "role" }).primaryKey(),
    /** The holding whose people may have it; null = those of every dealer. */
    holding_id: model.text().nullable(),
    code: model.text(),
    name: model.text().searchable(),
    /** `Right[]`, checked by the routes that write it. */
    rights: model.json(),
  })
  .indexes([{ name: "IDX_role_code_unique", on: ["code"], unique: true, where: "deleted_at IS NULL" }])
