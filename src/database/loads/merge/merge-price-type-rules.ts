import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"

/** What price types fall back to, and for which region they do; from then on it is the ERP's. A circle does no harm: no type is asked twice. */
export async function mergePriceTypeRules(load: LoadContext): Promise<void> {
  await run(load, WANTED)
  await noteIssues(load, UNKNOWN)
  const updated = await run(load, UPDATE)
  count(load, "price_type_rules", { updated: updated.rowCount })
}

const WANTED = `
  create temporary table load_price_type_rule on commit drop as
  select s.external_id, t.id, s.record ->> 'fallback_external_id' as fallback_external_id,
    case when s.record -> 'fallback_external_id' is null then t.fallback_id else fallback.internal_id end as fallback_id,
    case when s.record -> 'region' is null then t.region else s.record ->> 'region' end as region,
    t.fallback_from_erp or s.record -> 'fallback_external_id' is not null as fallback_from_erp, t.region_from_erp or s.record -> 'region' is not null as region_from_erp
  from stage_price_type_rule s
  left join erp_mapping m on m.source = :source and m.kind = 'price_type' and m.external_id = s.external_id
  left join price_type t on t.id = m.internal_id and t.deleted_at is null
  left join erp_mapping fallback on fallback.source = :source and fallback.kind = 'price_type' and fallback.external_id = s.record ->> 'fallback_external_id'`

const UNKNOWN = `
  select 'warning' as severity, 'price_type_unknown' as code,
    'Price type ' || case when id is null then external_id else fallback_external_id end || ' is unknown; what is said of it is skipped.' as message,
    external_id as subject
  from load_price_type_rule where id is null or (fallback_external_id is not null and fallback_id is null)`

const UPDATE = `
  update price_type t
  set fallback_id = w.fallback_id, region = w.region, fallback_from_erp = w.fallback_from_erp, region_from_erp = w.region_from_erp, updated_at = now()
  from load_price_type_rule w
  where t.id = w.id and (w.fallback_external_id is null or w.fallback_id is not null)
    and (t.fallback_id, t.region, t.fallback_from_erp, t.region_from_erp) is distinct from (w.fallback_id, w.region, w.fallback_from_erp, w.region_from_erp)`
