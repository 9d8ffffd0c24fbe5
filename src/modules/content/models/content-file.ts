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
  /** Whether the thumbnail was made, or found needless. */
  is_thumbnail_done: model.boolean().default(false),
  thumbnail_attempts: model.number().default(0),
  /** Moment of the last attempt; null while there was none. */
  thumbnail_tried_at: model.dateTime().nullable(),
})
