import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"

/** Rules for a scope of clients whose targets may be a group. */
interface PlacedRules {
  /** Their table; `stage_<table>` has the documents. */
  table: "price_adjustment" | "visibility_rule"
  /** What a rule is called in a remark. */
  called: string
  /** Begin of the codes `…_scope_unknown` and `…_group_unknown`. */
  code: string
}

/**
 * Finds the clients and categories that staged rules mean. One for an unknown client or group is told as an error and taken out of the stage: it would
 * hold for others than it is meant for. Gives `load_<table>_placed`: (external_id, name, scope_kind, scope_id, category_key) of the others.
 */
export async function placeRules(load: LoadContext, rules: PlacedRules): Promise<void> {
  const { table } = rules
  await run(load, placed(rules))
  await noteIssues(load, unknown(rules))
  await run(load, `delete from stage_${table} s using load_${table}_placed p where p.external_id = s.external_id and p.fault is not null`)
}

const placed = ({ table, code }: PlacedRules) => `
  create temporary table load_${table}_placed on commit drop as
  select *,
    case when scope_id is null then '${code}_scope_unknown' when group_id is not null and category_key is null then '${code}_group_unknown' end as fault
  from (
    select s.external_id, s.record ->> 'name' as name, s.record -> 'scope' ->> 'kind' as scope_kind, s.record -> 'scope' ->> 'external_id' as scope_external_id,
      case s.record -> 'scope' ->> 'kind'
        when 'everyone' then ''
        when 'region' then nullif(s.record -> 'scope' ->> 'external_id', '')
        else client.internal_id
      end as scope_id,
      s.record -> 'target' ->> 'group_external_id' as group_id, k.key as category_key
    from stage_${table} s
    left join erp_mapping client on client.source = :source and client.kind = s.record -> 'scope' ->> 'kind'
      and client.kind in ('contract', 'legal_entity', 'holding', 'client_category') and client.external_id = s.record -> 'scope' ->> 'external_id'
    left join erp_mapping grp on grp.source = :source and grp.kind = 'group' and grp.external_id = s.record -> 'target' ->> 'group_external_id'
    left join catalog_category k on k.category_id = grp.internal_id
    where not coalesce((s.record ->> 'is_deleted')::boolean, false)
  ) resolved`

const unknown = ({ table, called, code }: PlacedRules) => `
  select 'error' as severity, fault as code,
    '${called} «' || name || '» is skipped: ' || case fault
      when '${code}_scope_unknown' then replace(scope_kind, '_', ' ') || ' ' || coalesce(scope_external_id, '') else 'group ' || group_id end || ' is unknown.' as message,
    external_id as subject
  from load_${table}_placed where fault is not null`
