import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"

/**
 * Which categories the loaded entities are in. The list of the ERP is whole: what it said and says no longer is taken back; what was said
 * here stands. A category that the ERP deletes has no members and is deleted.
 */
export async function mergeEntityCategories(load: LoadContext): Promise<void> {
  await run(load, `delete from legal_entity_category t using load_client_category c where c.is_deleted and t.client_category_id = c.id`)
  await run(
    load,
    `update client_category t set deleted_at = now(), as_of = :asOf from load_client_category c
     where c.is_deleted and t.id = c.id and t.deleted_at is null`,
    { asOf: load.asOf }
  )
  await run(load, WANTED_CATEGORIES)
  await noteIssues(load, UNKNOWN_CATEGORIES)
  await run(load, DELETE_PAIRS)
  await run(load, INSERT_PAIRS)
}

const WANTED_CATEGORIES = `
  create temporary table load_wanted_category on commit drop as
  select distinct on (l.id, listed.external_id) l.id as legal_entity_id, l.external_id as entity_external_id, l.seq, listed.external_id, t.id as client_category_id
  from load_legal_entity l
  cross join lateral jsonb_array_elements_text(l.record -> 'category_external_ids') as listed (external_id)
  left join erp_mapping m on m.source = :source and m.kind = 'client_category' and m.external_id = listed.external_id
  left join client_category t on t.id = m.internal_id and t.deleted_at is null
  where not l.is_deleted and jsonb_typeof(l.record -> 'category_external_ids') = 'array'`

const UNKNOWN_CATEGORIES = `
  select 'warning' as severity, 'client_category_unknown' as code,
    'Client category ' || external_id || ' of legal entity ' || entity_external_id || ' is unknown.' as message, entity_external_id as subject
  from load_wanted_category where client_category_id is null`

const DELETE_PAIRS = `
  delete from legal_entity_category t using load_legal_entity l
  where t.legal_entity_id = l.id and t.source = 'erp' and not l.is_deleted and jsonb_typeof(l.record -> 'category_external_ids') = 'array'
    and not exists (select from load_wanted_category w where w.legal_entity_id = t.legal_entity_id and w.client_category_id = t.client_category_id)`

const INSERT_PAIRS = `
  insert into legal_entity_category (id, legal_entity_id, client_category_id, source)
  select kontor_id('lcat', :moment), w.legal_entity_id, w.client_category_id, 'erp'
  from load_wanted_category w
  where w.client_category_id is not null and not exists (select from legal_entity_category t
    where t.legal_entity_id = w.legal_entity_id and t.client_category_id = w.client_category_id and t.deleted_at is null)
  order by w.seq, w.external_id`
