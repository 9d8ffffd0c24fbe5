import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { FILE_COLUMNS, lockDocumentFiles } from "../save-document-file"
import { awaitGoods } from "./awaited-goods"
import { mapDocuments, matchDocuments } from "./match-documents"
import { said } from "./said"

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = ["kind", "title_ru", "title_en", "number", "valid_until", "erp_source", "file_path", ...FILE_COLUMNS]

/**
 * Documents of products and what they are bound to. A list of products, groups or manufacturers is whole where it is told; unknown groups are left
 * out, unknown products are bound when they come. A document stands on cards once its file has come, before the package or after it. Only rows that differ are written.
 */
export async function mergeProductDocuments(load: LoadContext): Promise<void> {
  await matchDocuments(load, { kind: "product_document", table: "product_document", idPrefix: "pdoc" })
  await lockDocumentFiles(load.trx, load.source)
  await run(load, WANTED)
  await noteIssues(load, WITHOUT_FILE)
  const deleted = await run(load, DELETE)
  const updated = await run(load, UPDATE, { asOf: load.asOf })
  const created = await run(load, INSERT, { asOf: load.asOf })
  await mapDocuments(load, "product_document")
  count(load, "product_documents", { created: created.rowCount, updated: updated.rowCount, deleted: deleted.rowCount })
  await mergeTargets(load)
}

async function mergeTargets(load: LoadContext): Promise<void> {
  await run(load, TOLD)
  await run(load, `analyze load_told_document_target`)
  await noteIssues(load, UNKNOWN)
  await awaitGoods(load, {
    holder: "product_document",
    unknown: `select document_id as holder_id, external_id from load_told_document_target where kind = 'product' and target_id is null`,
    isTold: "l.record -> 'product_external_ids' is not null",
  })
  const gone = await run(load, UNBIND)
  const added = await run(load, BIND)
  const {
    rows: [told],
  } = await run<{ targets: number }>(load, `select count(*)::int as targets from load_told_document_target`)
  count(load, "document_targets", { received: told?.targets ?? 0, created: added.rowCount, deleted: gone.rowCount })
}

const WANTED = `
  create temporary table load_wanted_product_document on commit drop as
  select l.id, l.is_new, l.seq, l.external_id, l.record ->> 'document_kind' as kind, l.record ->> 'title' as title_ru, ${said("title_en")} as title_en,
    ${said("number")} as number, cast(${said("valid_until", "valid_until::text")} as date) as valid_until, cast(:source as text) as erp_source,
    l.record ->> 'file' as file_path, ${FILE_COLUMNS.map((name) => `f.${name}`).join(", ")}
  from load_product_document l
  left join product_document t on t.id = l.id
  left join erp_document_file f on f.source = :source and f.path = l.record ->> 'file'
  where not l.is_deleted`

const WITHOUT_FILE = `
  select 'warning' as severity, 'document_file_awaited' as code,
    'The file ' || file_path || ' of the document «' || title_ru || '» has not come yet; cards go without it.' as message, external_id as subject
  from load_wanted_product_document where file_id is null`

const DELETE = `
  update product_document t set deleted_at = now(), updated_at = clock_timestamp()
  from load_product_document l where l.is_deleted and t.id = l.id and t.deleted_at is null`

const UPDATE = `
  update product_document t set ${COLUMNS.map((column) => `${column} = w.${column}`).join(", ")}, as_of = :asOf, updated_at = clock_timestamp()
  from load_wanted_product_document w
  where not w.is_new and t.id = w.id
    and (${COLUMNS.map((column) => `t.${column}`).join(", ")}) is distinct from (${COLUMNS.map((column) => `w.${column}`).join(", ")})`

const INSERT = `
  insert into product_document (id, source, ${COLUMNS.join(", ")}, as_of)
  select id, 'erp', ${COLUMNS.join(", ")}, :asOf from load_wanted_product_document where is_new order by seq`

const namesOf = (field: string) => `jsonb_array_elements_text(coalesce(l.record -> '${field}', '[]'))`
const mapped = (kind: string) =>
  `left join erp_mapping m on m.source = :source and m.kind = '${kind}' and m.external_id = named.external_id`

const TOLD = `
  create temporary table load_told_document_target on commit drop as
  select l.id as document_id, target.kind, target.external_id, target.target_id
  from load_product_document l
  cross join lateral (
    select 'product' as kind, named.external_id, m.internal_id as target_id from ${namesOf("product_external_ids")} as named (external_id) ${mapped("product")}
    union select 'category', named.external_id, m.internal_id from ${namesOf("group_external_ids")} as named (external_id) ${mapped("group")}
    union select 'brand', named.name, named.name from ${namesOf("manufacturers")} as named (name)
  ) target
  where not l.is_deleted`

const UNKNOWN = `
  select distinct 'warning' as severity, case kind when 'product' then 'document_product_unknown' else 'document_group_unknown' end as code,
    'No ' || case kind when 'product' then 'product' else 'group' end || ' ' || external_id || ' is known; the documents that name it go without it' || case kind when 'product' then ' until it comes.' else '.' end as message,
    external_id as subject
  from load_told_document_target where target_id is null`

/** What a list does not name any more; a list that is not told leaves what stands. */
const UNBIND = `
  delete from product_document_target t using load_product_document l
  where t.document_id = l.id and not l.is_deleted
    and l.record -> case t.kind when 'product' then 'product_external_ids' when 'category' then 'group_external_ids' else 'manufacturers' end is not null
    and not exists (
      select from load_told_document_target n where n.document_id = t.document_id and n.kind = t.kind and n.target_id = t.target_id
    )`

const BIND = `
  insert into product_document_target (document_id, kind, target_id)
  select distinct n.document_id, n.kind, n.target_id
  from load_told_document_target n
  where n.target_id is not null
    and not exists (
      select from product_document_target t where t.document_id = n.document_id and t.kind = n.kind and t.target_id = n.target_id
    )
  order by n.document_id, n.kind, n.target_id`
