import { model } from "@medusajs/framework/utils"
import { Application } from "./application"

/** A document that an applicant has sent. Its content lies with the File module, private. */
export const ApplicationFile = model
  .define("application_file", {
    id: model.id({ prefix: "apfl" }).primaryKey(),
    application: model.belongsTo(() => Application, { mappedBy: "files" }),
    file_id: model.text(),
    name: model.text(),
    mime_type: model.text(),
    bytes: model.number(),
    sha256: model.text(),
  })
  .indexes([{ name: "IDX_application_file_application", on: ["application_id"], where: "deleted_at IS NULL" }])
