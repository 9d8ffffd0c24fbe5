import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"
import { matchDocuments } from "./match-documents"
import { writeRules } from "./write-rules"

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = [
  "scope_kind", "scope_id", "basis", "from_amount", "currency_code", "price_type_id", "starts_on", "ends_on", "source", "document",
] // prettier-ignore

/** Thresholds. One for an unknown client, or with an unknown price type, is skipped: what is stored of it stays as it was. */
export async function mergePriceThresholds(load: LoadContext): Promise<void> {
  await run(load, RESOLVED)
  await noteIssues(load, UNKNOWN)
  await run(
    load,
    `delete from stage_price_threshold s using load_thresholded r where r.external_id = s.external_id and r.fault is not null`
  )
  await matchDocuments(load, { kind: "price_threshold", table: "price_threshold", idPrefix: "pthr" })
  await run(load, WANTED)
  await writeRules(load, { table: "price_threshold", columns: COLUMNS, facts: FACTS })
}

const RESOLVED = `
  create temporary table load_thresholded on commit drop as
  select *, case when scope_id is null then 'threshold_scope_unknown' when price_type_id is null then 'threshold_type_unknown' end as fault
  from (
    select s.external_id, s.record ->> 'from_amount' as told_amount, s.record -> 'scope' ->> 'kind' as scope_kind,
      s.record -> 'scope' ->> 'external_id' as scope_external_id, s.record ->> 'price_type_external_id' as type_external_id,
      case s.record -> 'scope' ->> 'kind'
        when 'everyone' then ''
        when 'region' then nullif(s.record -> 'scope' ->> 'external_id', '')
        else client.internal_id
      end as scope_id,
      type.internal_id as price_type_id
    from stage_price_threshold s
    left join erp_mapping client on client.source = :source and client.kind = s.record -> 'scope' ->> 'kind'
      and client.kind in ('contract', 'legal_entity', 'holding', 'client_category') and client.external_id = s.record -> 'scope' ->> 'external_id'
    left join erp_mapping type on type.source = :source and type.kind = 'price_type' and type.external_id = s.record ->> 'price_type_external_id'
    where not coalesce((s.record ->> 'is_deleted')::boolean, false)
  ) resolved`

const UNKNOWN = `
  select 'error' as severity, fault as code,
    'The threshold of ' || told_amount || ' is skipped: ' || case fault
      when 'threshold_scope_unknown' then replace(scope_kind, '_', ' ') || ' ' || coalesce(scope_external_id, '') else 'price type ' || type_external_id end
      || ' is unknown.' as message,
    external_id as subject
  from load_thresholded where fault is not null`

const WANTED = `
  create temporary table load_wanted_price_threshold on commit drop as
  select l.id, l.is_new, l.seq, r.scope_kind, r.scope_id, l.record ->> 'basis' as basis, (l.record ->> 'from_amount')::numeric(20, 6) as from_amount,
    lower(l.record ->> 'currency_code') as currency_code, r.price_type_id, coalesce((l.record ->> 'starts_on')::date, '-infinity') as starts_on,
    coalesce((l.record ->> 'ends_on')::date, 'infinity') as ends_on, 'erp' as source, l.record ->> 'document' as document
  from load_price_threshold l
  join load_thresholded r on r.external_id = l.external_id
  where not l.is_deleted`

/** A threshold as the log has it: with the price type by its name. */
const FACTS = (row: string) => `jsonb_build_object(
    'scope_kind', ${row}.scope_kind, 'scope_id', ${row}.scope_id, 'basis', ${row}.basis, 'from_amount', trim_scale(${row}.from_amount)::text,
    'currency_code', ${row}.currency_code, 'price_type', (select type.name from price_type type where type.id = ${row}.price_type_id),
    'starts_on', case when isfinite(${row}.starts_on) then ${row}.starts_on end, 'ends_on', case when isfinite(${row}.ends_on) then ${row}.ends_on end,
    'document', ${row}.document)`
