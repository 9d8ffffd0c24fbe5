import { model } from "@medusajs/framework/utils"
import { MATERIAL_MEDIA } from "../rules/content-kinds"
import { REQUEST_STATES } from "../rules/move-request"

/** A dealer asks for content that the library does not have. */
export const ContentRequest = model
  .define("content_request", {
    id: model.id({ prefix: "cnrq" }).primaryKey(),
    employee_id: model.text(),
    legal_entity_id: model.text(),
    media: model.enum([...MATERIAL_MEDIA]).nullable(),
    text: model.text(),
    state: model.enum([...REQUEST_STATES]).default("new"),
    /** What the staff told the dealer. */
    answer: model.text().nullable(),
    /** The user of the supplier who moved it last. */
    user_id: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_content_request_employee", on: ["employee_id", "created_at"], where: "deleted_at IS NULL" },
    { name: "IDX_content_request_entity", on: ["legal_entity_id", "created_at"], where: "deleted_at IS NULL" },
  ])
