import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"
import { matchDocuments } from "./match-documents"
import { writeRules } from "./write-rules"

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = [
  "scope_kind", "scope_id", "entry_key", "category_key", "unit_code", "multiplicity", "minimum", "maximum", "source", "document",
] // prettier-ignore

/** Order rules. One for an unknown client, product or group is skipped: it would hold for others than it is meant for. */
export async function mergeOrderRules(load: LoadContext): Promise<void> {
  await run(load, RESOLVED)
  await noteIssues(load, UNKNOWN)
  await run(load, `delete from stage_order_rule s using load_ruled r where r.external_id = s.external_id and r.fault is not null`)
  await matchDocuments(load, { kind: "order_rule", table: "order_rule", idPrefix: "ordr" })
  await run(load, WANTED)
  await writeRules(load, { table: "order_rule", columns: COLUMNS, facts: FACTS })
}

const RESOLVED = `
  create temporary table load_ruled on commit drop as
  select *, case when scope_id is null then 'order_rule_scope_unknown'
    when offer_id is not null and entry_key is null then 'order_rule_product_unknown'
    when group_id is not null and category_key is null then 'order_rule_category_unknown' end as fault
  from (
    select s.external_id, s.record -> 'scope' ->> 'kind' as scope_kind, s.record -> 'scope' ->> 'external_id' as scope_external_id,
      case s.record -> 'scope' ->> 'kind'
        when 'everyone' then ''
        when 'region' then nullif(s.record -> 'scope' ->> 'external_id', '')
        else client.internal_id
      end as scope_id,
      s.record -> 'target' ->> 'offer_external_id' as offer_id, e.key as entry_key,
      s.record -> 'target' ->> 'group_external_id' as group_id, k.key as category_key
    from stage_order_rule s
    left join erp_mapping client on client.source = :source and client.kind = s.record -> 'scope' ->> 'kind'
      and client.kind in ('contract', 'legal_entity', 'holding', 'client_category') and client.external_id = s.record -> 'scope' ->> 'external_id'
    left join erp_mapping offer on offer.source = :source and offer.kind = 'offer' and offer.external_id = s.record -> 'target' ->> 'offer_external_id'
    left join catalog_entry e on e.variant_id = offer.internal_id
    left join erp_mapping grp on grp.source = :source and grp.kind = 'group' and grp.external_id = s.record -> 'target' ->> 'group_external_id'
    left join catalog_category k on k.category_id = grp.internal_id
    where not coalesce((s.record ->> 'is_deleted')::boolean, false)
  ) resolved`

const UNKNOWN = `
  select 'error' as severity, fault as code,
    'The order rule ' || external_id || ' is skipped: ' || case fault
      when 'order_rule_scope_unknown' then replace(scope_kind, '_', ' ') || ' ' || coalesce(scope_external_id, '')
      when 'order_rule_product_unknown' then 'offer ' || offer_id else 'group ' || group_id end || ' is unknown.' as message,
    external_id as subject
  from load_ruled where fault is not null`

const quantity = (field: string) => `(l.record ->> '${field}')::numeric(18, 6) as ${field}`

const WANTED = `
  create temporary table load_wanted_order_rule on commit drop as
  select l.id, l.is_new, l.seq, r.scope_kind, r.scope_id, r.entry_key, r.category_key, l.record ->> 'unit_code' as unit_code,
    ${["multiplicity", "minimum", "maximum"].map(quantity).join(", ")}, 'erp' as source, l.record ->> 'document' as document
  from load_order_rule l
  join load_ruled r on r.external_id = l.external_id
  where not l.is_deleted`

/** An order rule as the log has it: with the goods by their names. */
const FACTS = (row: string) => `jsonb_build_object(
    'scope_kind', ${row}.scope_kind, 'scope_id', ${row}.scope_id,
    'product', (select coalesce(e.article || ' ', '') || e.title from catalog_entry e where e.key = ${row}.entry_key),
    'category', (select c.name from catalog_category k join product_category c on c.id = k.category_id where k.key = ${row}.category_key),
    'unit', ${row}.unit_code, 'multiplicity', trim_scale(${row}.multiplicity)::text, 'minimum', trim_scale(${row}.minimum)::text,
    'maximum', trim_scale(${row}.maximum)::text, 'document', ${row}.document)`
