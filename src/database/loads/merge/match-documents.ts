import { run, type LoadContext } from "../load-context"
import type { DocumentKind } from "../stage/stage-tables"

/** Where things of a kind live, and the prefix of their ids. */
export interface DocumentTarget {
  kind: DocumentKind
  table:
    | "product"
    | "product_category"
    | "product_document"
    | "stock_location"
    | "supply"
    | "price_type"
    | "price_adjustment"
    | "price_threshold"
    | "order_rule"
    | "visibility_rule"
    | "client_category"
    | "holding"
    | "legal_entity"
    | "supplier_entity"
    | "contract"
    | "delivery_point"
    | "employee"
  idPrefix: string
  /** True when what comes deleted and was never known is made all the same, for others in the ERP refer to it. */
  keepsDeleted?: boolean
  /** True when none of them has a row yet, as the caller has made sure. */
  areNew?: boolean
}

/**
 * SQL: a new id that is greater than those of the documents before it in the package, so that of two rules that are alike in all else the later one in the
 * package is the later made, and not one or the other by luck. Eight of the sixteen random characters tell the place. Of no collation of its own, which
 * the ids of `load_<kind>` would take over: joins with the tables of these things could not use their keys then.
 */
const risingId = (prefix: string) =>
  `overlay(kontor_id('${prefix}', :moment) placing upper(lpad(to_hex(s.seq::bigint), 8, '0')) from ${prefix.length + 12} for 8)`

/**
 * Gives every staged document its row: `load_<kind>` (external_id, seq, record, id, is_new, is_deleted), the id being the mapped one or a
 * new one. A mapping whose row was deleted here is forgotten, so that the ERP, which owns these things, brings the row back. What
 * comes deleted and was never known is left out, unless the kind keeps it.
 */
export async function matchDocuments(load: LoadContext, target: DocumentTarget): Promise<void> {
  const { kind, table, idPrefix, keepsDeleted = false, areNew = false } = target
  await run(load, areNew ? newDocuments(kind, idPrefix) : matchedDocuments(kind, table, idPrefix))
  if (!areNew) {
    await run(
      load,
      `delete from erp_mapping m using load_${kind} l
       where l.is_forgotten and m.source = :source and m.kind = '${kind}' and m.external_id = l.external_id`
    )
  }
  if (!keepsDeleted) {
    await run(load, `delete from load_${kind} where is_new and is_deleted`)
  }
  await run(load, `analyze load_${kind} (id, external_id, is_new)`)
}

const IS_DELETED = `coalesce((s.record ->> 'is_deleted')::boolean, false)`

const matchedDocuments = (kind: DocumentKind, table: string, idPrefix: string) => `
  create temporary table load_${kind} on commit drop as
  select s.external_id, s.seq, s.record, coalesce(t.id, ${risingId(idPrefix)}) as id, t.id is null as is_new,
    m.internal_id is not null and t.id is null as is_forgotten, ${IS_DELETED} as is_deleted
  from stage_${kind} s
  left join erp_mapping m on m.source = :source and m.kind = '${kind}' and m.external_id = s.external_id
  left join "${table}" t on t.id = m.internal_id and t.deleted_at is null
  order by s.seq`

const newDocuments = (kind: DocumentKind, idPrefix: string) => `
  create temporary table load_${kind} on commit drop as
  select s.external_id, s.seq, s.record, ${risingId(idPrefix)} as id, true as is_new, false as is_forgotten, ${IS_DELETED} as is_deleted
  from stage_${kind} s order by s.seq`

/** Remembers which row each new document became. */
export async function mapDocuments(load: LoadContext, kind: DocumentKind): Promise<void> {
  await run(
    load,
    `insert into erp_mapping (source, kind, external_id, internal_id)
     select :source, '${kind}', external_id, id from load_${kind} where is_new order by external_id`
  )
}
