import { AS_READ } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { type DocumentKind, type DocumentValidity, EXPIRING_DAYS } from "../../modules/product-card/rules/document"
import { countedPage, type CountedRow } from "../counted-page"
import { givenFilters } from "../given-filters"
import { DOCUMENTS_OF_PRODUCT } from "./documents-of-product"

/** A document as the staff reads it. */
export interface DocumentListing {
  id: string
  /** `erp`: from the ERP, read-only here. */
  source: "erp" | "portal"
  kind: DocumentKind
  title_ru: string
  title_en: string | null
  number: string | null
  /** The last day, YYYY-MM-DD; null = for ever. */
  valid_until: string | null
  validity: DocumentValidity
  /** Of the file. Null = that of a document of the ERP has not come yet: no card shows it. */
  name: string | null
  bytes: number | null
  product_count: number
  categories: { id: string; name: string | null }[]
  brands: string[]
  /** The version that a change is made to. */
  updated_at: string
}

export interface DocumentFilter {
  kind?: DocumentKind | undefined
  validity?: DocumentValidity | undefined
  source?: "erp" | "portal" | undefined
  /** Documents that stand on the card of this product, whatever they are bound to. */
  product_id?: string | undefined
  /** Part of a title, of the number or of the file's name. */
  q?: string | undefined
}

/** SQL: the version of a document `d`. */
export const DOCUMENT_VERSION = `to_char(d.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

const EXPIRED = `d.valid_until < cast(:day as date)`
const EXPIRING = `d.valid_until between cast(:day as date) and cast(:day as date) + ${EXPIRING_DAYS}`

const CONDITIONS = {
  kind: "d.kind = :kind",
  source: "d.source = :source",
  validity: { expired: EXPIRED, expiring: EXPIRING, valid: `(${EXPIRED} or ${EXPIRING}) is not true` },
  product_id: `d.id in (
    select found.document_id from catalog_entry e join product p on p.id = e.product_id
    cross join lateral (${DOCUMENTS_OF_PRODUCT}) found where e.product_id = :product_id
  )`,
  q: "concat_ws(' ', d.title_ru, d.title_en, d.number, d.name, d.file_path) ilike :q",
}

const COLUMNS = `
  d.id, d.source, d.kind, d.title_ru, d.title_en, d.number, d.valid_until::text as valid_until, d.name, d.bytes, ${DOCUMENT_VERSION} as updated_at,
  case when ${EXPIRED} then 'expired' when ${EXPIRING} then 'expiring' else 'valid' end as validity,
  (select count(*)::int from product_document_target t where t.document_id = d.id and t.kind = 'product') as product_count,
  coalesce((
    select json_agg(json_build_object('id', t.target_id, 'name', c.name) order by c.name ${AS_READ}, t.target_id)
    from product_document_target t left join product_category c on c.id = t.target_id and c.deleted_at is null
    where t.document_id = d.id and t.kind = 'category'
  ), '[]') as categories,
  array(select t.target_id from product_document_target t where t.document_id = d.id and t.kind = 'brand' order by 1) as brands`

/** What ends first stands first, what is valid for ever last. */
const ORDER = `d.valid_until nulls last, d.title_ru ${AS_READ}, d.id`

/** Documents by pages, as they stand on a day. */
export async function listDocuments(
  db: Knex,
  { filter, day, limit, offset }: { filter: DocumentFilter; day: string; limit: number; offset: number }
): Promise<{ product_documents: DocumentListing[]; count: number }> {
  const { conditions, bindings } = givenFilters(filter, CONDITIONS)
  const where = ["d.deleted_at is null", ...conditions].join(" and ")
  const sql = `
    select counted.total_count, d.*
    from (select count(*)::int as total_count from product_document d where ${where}) counted
    left join lateral (select ${COLUMNS} from product_document d where ${where} order by ${ORDER} limit :limit offset :offset) d on true
    order by ${ORDER}`
  const { rows } = await db.raw<{ rows: CountedRow<DocumentListing>[] }>(sql, { ...bindings, day, limit, offset })
  const { rows: product_documents, count } = countedPage(rows)
  return { product_documents, count }
}

/** One document. NOT_FOUND when there is none. */
export async function documentListing(db: Knex, { id, day }: { id: string; day: string }): Promise<DocumentListing> {
  const sql = `select ${COLUMNS} from product_document d where d.id = :id and d.deleted_at is null`
  const { rows } = await db.raw<{ rows: DocumentListing[] }>(sql, { id, day })
  if (!rows[0]) {
    throw documentNotFound(id)
  }
  return rows[0]
}

export function documentNotFound(id: string): MedusaError {
  return new MedusaError(MedusaError.Types.NOT_FOUND, `ProductDocument with id: ${id} was not found`)
}
