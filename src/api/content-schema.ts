import { z } from "@medusajs/framework/zod"
import { CONTENT_KINDS, MATERIAL_MEDIA } from "../modules/content/rules/content-kinds"

export const contentKind = z.enum(CONTENT_KINDS)
export const materialMedia = z.enum(MATERIAL_MEDIA)

/** What dealers and staff alike are told of an item of content. */
export const contentFacts = {
  id: z.string(),
  kind: contentKind,
  title: z.string(),
  body: z.string().nullable().describe("Markdown without HTML: render it with HTML switched off"),
  slug: z.string().nullable(),
  section: z.string().nullable(),
  media: materialMedia.nullable(),
  video_url: z.string().nullable(),
  link: z.string().nullable(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  created_at: z.string(),
}

export const contentFileFacts = { name: z.string(), mime_type: z.string(), bytes: z.number().int(), has_thumbnail: z.boolean() }
