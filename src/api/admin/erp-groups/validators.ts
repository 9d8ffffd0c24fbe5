import { z } from "@medusajs/framework/zod"
import { GROUP_STATES } from "../../../database/groups/list-groups"

const OFFSET_MAX = 1_000_000
/** Of one request. */
export const GROUPS_MAX = 1000

const source = z.string().trim().min(1).max(64).describe("The base of the ERP")
const external_id = z.string().trim().min(1).max(120)
const category_id = z.string().trim().min(1).max(64)

export const AdminListErpGroups = z
  .object({
    source: source.optional(),
    state: z.enum(GROUP_STATES).optional(),
    category_id: category_id.optional().describe("Whose goods are put into this category"),
    q: z.string().trim().min(1).max(100).optional().describe("Part of the name"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(OFFSET_MAX).default(0),
  })
  .strict()
export type AdminListErpGroups = z.infer<typeof AdminListErpGroups>

const group = z.object({
  id: z.string(),
  source: z.string(),
  external_id: z.string(),
  name: z.string(),
  parent_name: z.string().nullable(),
  state: z
    .enum(GROUP_STATES)
    .describe(
      "mirrored: a category of its own, which follows the ERP; mapped: a category that somebody chose; inbox: waits; ignored: nowhere"
    ),
  category: z.object({ id: z.string(), name: z.string() }).nullable(),
  product_count: z.number().int(),
})

export const AdminErpGroupListResponse = z.object({
  erp_groups: z.array(group),
  count: z.number().int(),
  limit: z.number().int(),
  offset: z.number().int(),
})
export type AdminErpGroupListResponse = z.infer<typeof AdminErpGroupListResponse>

export const AdminMapErpGroups = z
  .object({
    source,
    external_ids: z.array(external_id).min(1).max(GROUPS_MAX),
    target: z.discriminatedUnion("to", [
      z.object({ to: z.literal("category"), category_id }).strict(),
      z.object({ to: z.enum(["mirror", "inbox", "ignore"]) }).strict(),
    ]),
  })
  .strict()
export type AdminMapErpGroups = z.infer<typeof AdminMapErpGroups>

export const AdminMappedErpGroupsResponse = z.object({
  mapping: z.object({
    groups: z.number().int().describe("Groups that go elsewhere than before"),
    products: z.number().int().describe("Products that are moved"),
    listed: z.number().int().describe("Entries that dealers find besides; negative = that they find no more"),
  }),
})
export type AdminMappedErpGroupsResponse = z.infer<typeof AdminMappedErpGroupsResponse>

const unknown_groups = z
  .enum(["mirror", "inbox"])
  .describe("What becomes of a group that comes for the first time: a category, or it waits")

export const AdminErpGroupSourcesResponse = z.object({
  sources: z.array(z.object({ source: z.string(), unknown_groups, group_count: z.number().int(), waiting_count: z.number().int() })),
})
export type AdminErpGroupSourcesResponse = z.infer<typeof AdminErpGroupSourcesResponse>

export const AdminPutErpGroupSource = z.object({ source, unknown_groups }).strict()
export type AdminPutErpGroupSource = z.infer<typeof AdminPutErpGroupSource>
