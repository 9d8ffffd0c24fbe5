import { model } from "@medusajs/framework/utils"

/** A file of an item of content: where it lies (File module, private), and its thumbnail where it is an image larger than one. */
export const ContentFile = model.define("content_file", {
  id: model.id({ prefix: "cnfl" }).primaryKey(),
  file_id: model.text(),
  name: model.text(),
  mime_type: model.text(),
  bytes: model.number(),
  sha256: model.text(),
  thumbnail_file_id: model.text().nullable(),
  /** Moment at which somebody last tried to make the thumbnail; null while nobody has. */
  thumbnail_tried_at: model.dateTime().nullable(),
})
