import { z } from "@medusajs/framework/zod"
import { contentFacts, contentFileFacts, contentKind, materialMedia } from "../../content-schema"

const id = z.string().trim().min(1).max(64)
const line = (max: number) => z.string().trim().min(1).max(max)
const left = <Type extends z.ZodType>(type: Type) => type.nullable().default(null)

/** Texts of one item; a long page of print has 3,000 characters. */
const BODY_MAX = 20_000
const AUDIENCE_MAX = 200

export const AdminListContent = z
  .object({
    kind: contentKind.optional(),
    is_published: z.enum(["yes", "no"]).optional(),
    client_category_id: id.optional().describe("What is for this client category alone, or for it among others"),
    q: line(100).optional().describe("Part of the title, the section or the name in addresses"),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type AdminListContent = z.infer<typeof AdminListContent>

export const AdminNoContentQuery = z.object({}).strict()

const question = z.object({ text: line(300), options: z.array(line(200)).min(2).max(20) }).strict()

const draft = {
  kind: contentKind,
  title: line(200),
  body: left(line(BODY_MAX)).describe("Markdown without HTML; links go to the web, to mail or telephone, or within the portal (/…, #…)"),
  slug: left(
    z
      .string()
      .max(100)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  ).describe("Name of a page in addresses: small letters, digits, strokes between"),
  section: left(line(100)).describe("Group of questions, or folder of materials"),
  media: left(materialMedia),
  video_url: left(line(500)).describe("https, to a host that the installation allows"),
  link: left(line(500)).describe("Where news or a banner lead: an address, or a way within the portal"),
  category_id: left(id).describe("The product category that a banner stands in, with all below it; null = the start page"),
  file_id: left(id).describe("Of a content file: an image, or the file of a material"),
  audience: z.array(id).max(AUDIENCE_MAX).default([]).describe("Client categories; none = every dealer"),
  position: z.number().int().min(0).max(1_000_000).default(0),
  is_published: z.boolean().default(false),
  starts_on: left(z.iso.date()).describe("First day of being shown"),
  ends_on: left(z.iso.date()).describe("Last day of being shown; of a poll the last day of voting, after which its results are shown"),
  questions: z.array(question).max(20).default([]).describe("Of a poll; once somebody has voted they stay as they are"),
}

export const AdminCreateContent = z.object(draft).strict()
export type AdminCreateContent = z.infer<typeof AdminCreateContent>

export const AdminChangeContent = z
  .object({ ...draft, updated_at: z.string().min(1).max(40).describe("`updated_at` of the item that the change is made to") })
  .strict()
export type AdminChangeContent = z.infer<typeof AdminChangeContent>

const named = z.object({ id: z.string(), name: z.string().nullable().describe("Null for one that is gone") })

const item = z.object({
  ...contentFacts,
  category: named.nullable(),
  file: z.object({ id: z.string(), ...contentFileFacts }).nullable(),
  audience: z.array(named),
  position: z.number().int(),
  is_published: z.boolean(),
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      options: z.array(z.object({ id: z.string(), text: z.string(), votes: z.number().int() })),
    })
  ),
  voters: z.number().int().describe("How many took part in a poll"),
  updated_at: z.string(),
})

export const AdminContentResponse = z.object({ content_item: item })
export const AdminContentListResponse = z.object({
  content: z.array(item),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminDeletedContent = z.object({ id: z.string(), object: z.literal("content_item"), deleted: z.literal(true) })
