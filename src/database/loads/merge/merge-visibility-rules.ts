import { VISIBILITY_TARGETS } from "../../../modules/catalog/rules/decide-visibility"
import { forgetTraits } from "../../pricing/forget-traits"
import { lockPriceRules } from "../../pricing/lock-price-rules"
import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"
import { matchDocuments } from "./match-documents"
import { mergeRuleTraits } from "./merge-rule-traits"
import { writeRules } from "./write-rules"

/** What a rule says; said otherwise it is another rule to whatever was made of it. */
const SAID = ["scope_kind", "scope_id", "target_kind", "category_key", "trait_key", "shows"]

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = ["name", ...SAID, "specificity", "source"]

/**
 * Rules of who sees which goods. One for an unknown client or group is skipped and told as an error: it would hold for others than it is meant for.
 */
export async function mergeVisibilityRules(load: LoadContext): Promise<void> {
  await lockPriceRules(load.trx)
  await run(load, RESOLVED)
  await noteIssues(load, UNKNOWN)
  await run(load, `delete from stage_visibility_rule s using load_sighted r where r.external_id = s.external_id and r.fault is not null`)
  await matchDocuments(load, { kind: "visibility_rule", table: "visibility_rule", idPrefix: "vrul" })
  await mergeRuleTraits(load, { table: "visibility_rule", called: "rule", offerUnknown: "visibility_offer_unknown" })
  await run(load, WANTED)
  await writeRules(load, { table: "visibility_rule", columns: COLUMNS, renewedBy: SAID, facts: FACTS })
  await forgetTraits(load.trx)
}

const RESOLVED = `
  create temporary table load_sighted on commit drop as
  select *,
    case when scope_id is null then 'visibility_scope_unknown' when group_id is not null and category_key is null then 'visibility_group_unknown' end as fault
  from (
    select s.external_id, s.record ->> 'name' as name, s.record -> 'scope' ->> 'kind' as scope_kind, s.record -> 'scope' ->> 'external_id' as scope_external_id,
      case s.record -> 'scope' ->> 'kind' when 'everyone' then '' else client.internal_id end as scope_id,
      s.record -> 'target' ->> 'group_external_id' as group_id, k.key as category_key
    from stage_visibility_rule s
    left join erp_mapping client on client.source = :source and client.kind = s.record -> 'scope' ->> 'kind'
      and client.kind in ('contract', 'legal_entity', 'holding', 'client_category') and client.external_id = s.record -> 'scope' ->> 'external_id'
    left join erp_mapping grp on grp.source = :source and grp.kind = 'group' and grp.external_id = s.record -> 'target' ->> 'group_external_id'
    left join catalog_category k on k.category_id = grp.internal_id
    where not coalesce((s.record ->> 'is_deleted')::boolean, false)
  ) resolved`

const UNKNOWN = `
  select 'error' as severity, fault as code,
    'Rule «' || name || '» is skipped: ' || case fault
      when 'visibility_scope_unknown' then replace(scope_kind, '_', ' ') || ' ' || coalesce(scope_external_id, '') else 'group ' || group_id end || ' is unknown.' as message,
    external_id as subject
  from load_sighted where fault is not null`

const WANTED = `
  create temporary table load_wanted_visibility_rule on commit drop as
  select w.*, array_position(array[${VISIBILITY_TARGETS.map((kind) => `'${kind}'`).join(", ")}], w.target_kind) as specificity, 'erp' as source
  from (
    select l.id, l.is_new, l.seq, r.name, r.scope_kind, r.scope_id, r.category_key, t.key as trait_key,
      coalesce(t.kind, case when r.category_key is not null then 'category' else 'everything' end) as target_kind,
      l.record ->> 'effect' = 'show' as shows
    from load_visibility_rule l
    join load_sighted r on r.external_id = l.external_id
    left join load_visibility_rule_trait named on named.id = l.id
    left join price_trait t on (t.kind, t.name, t.value) = (named.kind, named.name, named.value)
    where not l.is_deleted
  ) w`

/** A rule as the log has it: with the goods by their names. */
const FACTS = (row: string) => `jsonb_build_object(
    'name', ${row}.name, 'scope_kind', ${row}.scope_kind, 'scope_id', ${row}.scope_id, 'target', ${row}.target_kind, 'shows', ${row}.shows,
    'category', (select c.name from catalog_category k join product_category c on c.id = k.category_id where k.key = ${row}.category_key),
    'goods', (select nullif(concat_ws(': ', nullif(trait.name, ''), nullif(trait.value, '')), '')
      from price_trait trait where trait.key = ${row}.trait_key and trait.kind <> 'list'))`
