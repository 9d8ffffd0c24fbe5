import { z } from "@medusajs/framework/zod"
import { DOCUMENT_KINDS, DOCUMENT_VALIDITIES, EXPIRING_DAYS, TARGETS_MAX } from "../../../modules/product-card/rules/document"

const id = z.string().trim().min(1).max(64)
const text = z.string().trim().min(1).max(200)

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}

export const AdminListDocuments = z
  .object({
    kind: z.enum(DOCUMENT_KINDS).optional(),
    validity: z.enum(DOCUMENT_VALIDITIES).optional().describe(`\`expiring\`: within ${EXPIRING_DAYS} days`),
    source: z.enum(["erp", "portal"]).optional(),
    product_id: id.optional().describe("Those on the card of this product, whatever they are bound to"),
    q: z.string().trim().min(1).max(100).optional().describe("Part of a title, of the number or of the file's name"),
    ...page,
  })
  .strict()
export type AdminListDocuments = z.infer<typeof AdminListDocuments>

export const AdminNoDocumentQuery = z.object({}).strict()

export const AdminListDocumentProducts = z.object(page).strict()
export type AdminListDocumentProducts = z.infer<typeof AdminListDocumentProducts>

const facts = {
  kind: z.enum(DOCUMENT_KINDS),
  title_ru: text,
  title_en: text.nullable().default(null),
  number: z.string().trim().min(1).max(100).nullable().default(null),
  valid_until: z.iso.date().nullable().default(null).describe("The last day; null = for ever"),
}

const targets = {
  product_ids: z.array(id).max(TARGETS_MAX).default([]),
  category_ids: z.array(id).max(TARGETS_MAX).default([]).describe("With all below them"),
  brands: z.array(z.string().trim().min(1).max(500)).max(TARGETS_MAX).default([]),
}

const added = z
  .object({
    ...targets,
    articles: z.array(z.string().trim().min(1).max(200)).max(TARGETS_MAX).default([]).describe("Articles, SKUs or barcodes of products"),
  })
  .strict()

export const AdminCreateDocument = z.object({ ...facts, bind: added.optional() }).strict()
export type AdminCreateDocument = z.infer<typeof AdminCreateDocument>

export const AdminChangeDocument = z
  .object({ ...facts, updated_at: z.string().min(1).max(40).describe("`updated_at` of the document that the change is made to") })
  .strict()
export type AdminChangeDocument = z.infer<typeof AdminChangeDocument>

export const AdminBindDocument = z.object({ add: added.prefault({}), remove: z.object(targets).strict().prefault({}) }).strict()
export type AdminBindDocument = z.infer<typeof AdminBindDocument>

const product_document = z.object({
  id: z.string(),
  source: z.enum(["erp", "portal"]).describe("What came from the ERP is changed there"),
  kind: z.enum(DOCUMENT_KINDS),
  title_ru: z.string(),
  title_en: z.string().nullable(),
  number: z.string().nullable(),
  valid_until: z.string().nullable(),
  validity: z.enum(DOCUMENT_VALIDITIES),
  name: z.string().nullable().describe("Of the file; null while that of a document of the ERP has not come"),
  bytes: z.number().int().nullable(),
  product_count: z.number().int().describe("Products that it is bound to by themselves"),
  categories: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
  brands: z.array(z.string()),
  updated_at: z.string(),
})

const articles = z
  .object({ found: z.number().int(), unknown: z.array(z.string()), ambiguous: z.array(z.string()).describe("Several products have them") })
  .describe("What became of the articles; those that are not found are left out")

export const AdminBoundDocumentResponse = z.object({ product_document, articles })
export type AdminBoundDocumentResponse = z.infer<typeof AdminBoundDocumentResponse>
export const AdminDocumentListResponse = z.object({
  product_documents: z.array(product_document),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminDocumentProductsResponse = z.object({
  products: z.array(z.object({ id: z.string(), title: z.string().nullable(), article: z.string().nullable() })),
  count: z.number().int(),
  offset: z.number().int(),
  limit: z.number().int(),
})
export const AdminDeletedDocument = z.object({ id: z.string(), object: z.literal("product_document"), deleted: z.literal(true) })
