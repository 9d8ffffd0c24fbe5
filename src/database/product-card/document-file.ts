import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { liesIn } from "../queries/lies-in"
import { isVisible, type Sight, sightBindings } from "../queries/visible-entries"

/** A document's file, as it is sent. */
export interface DocumentFile {
  file_id: string
  name: string
  mime_type: string
  bytes: number
}

const FILE = `select d.file_id, d.name, d.mime_type, d.bytes from product_document d where d.id = :id and d.deleted_at is null and d.file_id is not null`

const seen = (sight: Sight) => `e.is_listed and ${isVisible(sight)}`

/** One of the entries that it is bound to is enough. */
const ofDealer = (sight: Sight) => `
  ${FILE} and exists (
    select from product_document_target t
    where t.document_id = d.id and case t.kind
      when 'product' then exists (select from catalog_entry e where e.product_id = t.target_id and ${seen(sight)})
      when 'category' then exists (
        select from catalog_category k join catalog_entry e on ${liesIn("k.key")} where k.category_id = t.target_id and ${seen(sight)}
      )
      else exists (
        select from catalog_property b join catalog_value v on v.property_key = b.key
        join catalog_facts f on f.value_keys @> array[v.key] join catalog_entry e on e.key = f.entry_key
        where b.kind = 'brand' and v.value = t.target_id and ${seen(sight)}
      )
    end
  )`

/** The file of a document of a product that the dealer sees; null for any other. */
export async function dealerDocumentFile(db: Knex, { id, sight }: { id: string; sight: Sight }): Promise<DocumentFile | null> {
  const { rows } = await db.raw<{ rows: DocumentFile[] }>(ofDealer(sight), { id, ...sightBindings(sight) })
  return rows[0] ?? null
}

/** The file of any document, for the staff. */
export async function documentFile(db: Knex, { id }: { id: string }): Promise<DocumentFile | null> {
  const { rows } = await db.raw<{ rows: DocumentFile[] }>(FILE, { id })
  return rows[0] ?? null
}
