import { noteIssues } from "../issues"
import { count, run, type LoadContext } from "../load-context"
import { runAudited } from "../run-audited"

/**
 * Rates of currencies by bank day. The ERP's word on a day replaces what the staff told of it; a rate that it withdraws goes, unless it is
 * the staff's own. Only rows that differ are written.
 */
export async function mergeCurrencyRates(load: LoadContext): Promise<void> {
  await run(load, WANTED)
  await noteIssues(load, INVALID)
  const deleted = await runAudited(load, DELETE, { subject: "currency_rate" })
  const updated = await runAudited(load, UPDATE, { subject: "currency_rate" }, { asOf: load.asOf })
  const created = await runAudited(load, INSERT, { subject: "currency_rate" }, { asOf: load.asOf })
  count(load, "currency_rates", { created: created.changed, updated: updated.changed, deleted: deleted.changed })
}

/** Ten digits after the point, and no more than ten before it: what the column takes. */
const WANTED = `
  create temporary table load_currency_rate on commit drop as
  select s.external_id, s.record ->> 'currency_code' as currency_code, s.record ->> 'in_currency' as in_currency, (s.record ->> 'on_date')::date as on_date,
    s.record ->> 'rate' as told_rate, s.record ->> 'nominal' as told_nominal, (s.record ->> 'is_deleted')::boolean as is_deleted,
    case when divided.rate > 0 and divided.rate < 1e10 and s.record ->> 'currency_code' <> s.record ->> 'in_currency' then divided.rate::numeric(20, 10) end as rate
  from stage_currency_rate s
  cross join lateral (
    select case when (s.record ->> 'nominal')::numeric > 0
      then round((s.record ->> 'rate')::numeric(60, 30) / (s.record ->> 'nominal')::numeric, 10) end as rate
  ) divided`

const INVALID = `
  select 'warning' as severity, 'currency_rate_invalid' as code,
    'The rate ' || told_rate || ' ' || in_currency || ' for ' || told_nominal || ' ' || currency_code || ' on ' || on_date || ' is skipped: it cannot be right.' as message,
    external_id as subject
  from load_currency_rate where rate is null and not is_deleted`

const SAME = "t.currency_code = w.currency_code and t.in_currency = w.in_currency and t.on_date = w.on_date"

const facts = (row: string) => `jsonb_build_object('currency_code', ${row}.currency_code, 'in_currency', ${row}.in_currency,
    'on_date', ${row}.on_date, 'rate', trim_scale(${row}.rate)::text, 'source', ${row}.source)`

const DELETE = `
  delete from currency_rate t using load_currency_rate w
  where ${SAME} and w.is_deleted and t.source = 'erp'
  returning t.id as subject_id, null::text as legal_entity_id, ${facts("t")} as before, null::jsonb as after`

const UPDATE = `
  update currency_rate t set rate = w.rate, source = 'erp', as_of = :asOf, updated_at = now()
  from load_currency_rate w join currency_rate old using (currency_code, in_currency, on_date)
  where ${SAME} and not w.is_deleted and w.rate is not null and (t.rate, t.source) is distinct from (w.rate, 'erp')
  returning t.id as subject_id, null::text as legal_entity_id, ${facts("old")} as before, ${facts("t")} as after`

const INSERT = `
  insert into currency_rate as t (id, currency_code, in_currency, on_date, rate, source, as_of)
  select kontor_id('crat', :moment), w.currency_code, w.in_currency, w.on_date, w.rate, 'erp', :asOf
  from load_currency_rate w
  where not w.is_deleted and w.rate is not null and not exists (select from currency_rate t where ${SAME})
  returning t.id as subject_id, null::text as legal_entity_id, null::jsonb as before, ${facts("t")} as after`
