import { model } from "@medusajs/framework/utils"

/** A file that a session has delivered, or that came out of an archive it delivered. */
export const OnecFile = model
  .define("onec_file", {
    id: model.id({ prefix: "onfl" }).primaryKey(),
    session_id: model.text(),
    /** Relative path under which 1C refers to it, e.g. "import0_1.xml" or "import_files/b1/x.jpg". */
    name: model.text(),
    kind: model.enum(["package", "attachment", "archive"]),
    /** Bytes that are safe on disk. What lies beyond them is an interrupted piece, and is cut off before the next one. */
    bytes: model.number().default(0),
    /** uploaded: may still grow; registered: handed to the exchange core; stored, unpacked, refused: dealt with and removed from the spool. */
    state: model.enum(["uploaded", "registered", "stored", "unpacked", "refused"]).default("uploaded"),
    inbox_id: model.text().nullable(),
    error_code: model.text().nullable(),
    error_message: model.text().nullable(),
  })
  .indexes([
    { name: "UQ_onec_file_session_id_name", on: ["session_id", "name"], unique: true },
    { name: "IDX_onec_file_waiting", on: ["session_id"], where: "state = 'uploaded' and deleted_at is null" },
  ])
