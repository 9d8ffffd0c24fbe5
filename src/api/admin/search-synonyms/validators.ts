import { z } from "@medusajs/framework/zod"
import { SYNONYM_LENGTH_MAX, SYNONYM_WORDS_MAX } from "../../../modules/catalog/rules/synonym-draft"

const text = z.string().trim().min(1).max(SYNONYM_LENGTH_MAX)

const sides = {
  words: z
    .array(text)
    .min(1)
    .max(SYNONYM_WORDS_MAX)
    .describe("Words or phrases that dealers type; they mean each other unless `stands_for` says what they mean"),
  stands_for: z
    .array(text)
    .max(SYNONYM_WORDS_MAX)
    .describe("What is sought besides whichever of the words is typed, and not the other way round; empty = the words mean each other"),
}

export const AdminListSynonyms = z
  .object({
    q: z.string().trim().max(SYNONYM_LENGTH_MAX).default("").describe("Part of any word"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(100_000).default(0),
  })
  .strict()
export type AdminListSynonyms = z.infer<typeof AdminListSynonyms>

export const AdminPutSynonyms = z.object({ ...sides, stands_for: sides.stands_for.default([]) }).strict()
export type AdminPutSynonyms = z.infer<typeof AdminPutSynonyms>

const version = z.string().min(1).max(40).describe("`updated_at` of the group that the change is made to")

export const AdminChangeSynonyms = AdminPutSynonyms.extend({ updated_at: version }).strict()
export type AdminChangeSynonyms = z.infer<typeof AdminChangeSynonyms>

const group = z.object({ id: z.string(), ...sides, updated_at: z.string().describe("Names its version") })

export const AdminSynonymsResponse = z.object({ synonym_group: group })
export type AdminSynonymsResponse = z.infer<typeof AdminSynonymsResponse>

export const AdminSynonymListResponse = z.object({
  synonym_groups: z.array(group),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export type AdminSynonymListResponse = z.infer<typeof AdminSynonymListResponse>

export const AdminDeletedSynonyms = z.object({ id: z.string(), object: z.literal("synonym_group"), deleted: z.literal(true) })
