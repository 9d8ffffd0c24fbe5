import { AS_READ } from "@kontor/framework"
import { liesIn } from "../queries/lies-in"

/**
 * SQL: ids of the documents of the product `p` whose entry is `e`: its own, those of its categories and all above them, switched off or not, since it is the goods
 * that a certificate is of, and those of its brand.
 */
export const DOCUMENTS_OF_PRODUCT = `
  select t.document_id from product_document_target t where t.kind = 'product' and t.target_id = p.id
  union
  select t.document_id from product_document_target t join catalog_category k on k.category_id = t.target_id
  where t.kind = 'category' and ${liesIn("k.key")}
  union
  select t.document_id from product_document_target t where t.kind = 'brand' and t.target_id = p.metadata ->> 'manufacturer'`

/** SQL: documents as a card tells them, as one JSON value; one of the ERP whose file has not come is none yet. Takes `:day`. */
export const CARD_DOCUMENTS = `
  select coalesce(jsonb_agg(
    jsonb_build_object(
      'id', d.id, 'kind', d.kind, 'title_ru', d.title_ru, 'title_en', d.title_en, 'number', d.number, 'valid_until', d.valid_until::text,
      'is_valid', d.valid_until is null or d.valid_until >= cast(:day as date), 'name', d.name, 'mime_type', d.mime_type, 'bytes', d.bytes
    ) order by d.kind, d.title_ru ${AS_READ}, d.id), '[]')
  from product_document d where d.deleted_at is null and d.file_id is not null and d.id in (${DOCUMENTS_OF_PRODUCT})`
