import { z } from "@medusajs/framework/zod"
import { contentFacts, contentFileFacts, contentKind, materialMedia } from "../../content-schema"

const id = z.string().trim().min(1).max(64)
const line = z.string().trim().min(1).max(100)

export const StoreListContent = z
  .object({
    kind: contentKind,
    slug: line.optional().describe("The page of this name"),
    section: line.optional().describe("Group of questions, or folder of materials"),
    media: materialMedia.optional(),
    category_id: id.optional().describe("Banners of this product category and of those above it; without one those of the start page"),
    q: line.optional().describe("Part of the title or the section"),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  })
  .strict()
export type StoreListContent = z.infer<typeof StoreListContent>

export const StoreNoContentQuery = z.object({}).strict()

export const StoreVote = z
  .object({
    answers: z
      .array(z.object({ question_id: id, option_id: id }).strict())
      .min(1)
      .max(20)
      .describe("One option for each question of the poll"),
  })
  .strict()
export type StoreVote = z.infer<typeof StoreVote>

const poll = z.object({
  is_open: z.boolean(),
  has_voted: z.boolean(),
  voters: z.number().int().nullable().describe("Null, as the votes, until one has voted or the poll is closed"),
  questions: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      my_option_id: z.string().nullable(),
      options: z.array(z.object({ id: z.string(), text: z.string(), votes: z.number().int().nullable() })),
    })
  ),
})

const item = z.object({
  ...contentFacts,
  category_id: z.string().nullable(),
  file: z.object(contentFileFacts).nullable(),
  poll: poll.nullable(),
})

export const StoreContentResponse = z.object({ content_item: item })
export type StoreContentResponse = z.infer<typeof StoreContentResponse>

export const StoreContentListResponse = z.object({
  content: z.array(item),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type StoreContentListResponse = z.infer<typeof StoreContentListResponse>
