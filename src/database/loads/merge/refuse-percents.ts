import { PERCENT_MAX, PERCENT_MIN } from "../../../modules/contract-pricing/rules/adjustment-fault"
import { noteIssues } from "../issues"
import { run, type LoadContext } from "../load-context"

/** Of a list of offers so many are named. */
const NAMED_MAX = 3

const LIMITS = { min: PERCENT_MIN, max: PERCENT_MAX }

/**
 * Tells of discounts of more than a price and of markups beyond the limit, which nobody means and nobody may enter by hand either, and takes them out of
 * the stage: what is stored of them stays as it was. Each is told with whom it is for, what it aims at and its amount. After `placeRules`.
 */
export async function refusePercents(load: LoadContext): Promise<void> {
  const found = await noteIssues(load, REFUSED, LIMITS)
  if (found > 0) {
    await run(load, `delete from stage_price_adjustment s where ${IS_BEYOND}`, LIMITS)
  }
}

const IS_BEYOND = `
  s.record ->> 'change' = 'percent' and (s.record ->> 'value')::numeric not between cast(:min as numeric) and cast(:max as numeric)
  and not coalesce((s.record ->> 'is_deleted')::boolean, false)`

const WHOM = `
  case p.scope_kind
    when 'everyone' then 'everyone'
    when 'contract' then 'contract ' || coalesce((select c.number from contract c where c.id = p.scope_id), p.scope_id)
    when 'legal_entity' then 'legal entity ' || coalesce((select le.name from legal_entity le where le.id = p.scope_id), p.scope_id)
    else replace(p.scope_kind, '_', ' ') || ' ' || (s.record -> 'scope' ->> 'external_id')
  end`

const OFFERS = `
  select string_agg(coalesce(e.article, named.external_id), ', ' order by named.place)
    || case when jsonb_array_length(s.record -> 'target' -> 'offer_external_ids') > ${NAMED_MAX} then ', …' else '' end
  from jsonb_array_elements_text(s.record -> 'target' -> 'offer_external_ids') with ordinality as named (external_id, place)
  left join erp_mapping m on m.source = :source and m.kind = 'offer' and m.external_id = named.external_id
  left join catalog_entry e on e.variant_id = m.internal_id
  where named.place <= ${NAMED_MAX}`

const WHAT = `
  coalesce(nullif(concat_ws(' and ',
    'products ' || (${OFFERS}),
    'category ' || (select g.name from catalog_category k join product_category g on g.id = k.category_id where k.key = p.category_key),
    'brand ' || (s.record -> 'target' ->> 'brand'),
    'properties ' || (select string_agg(held.value ->> 'name' || ': ' || (held.value ->> 'value'), ', ' order by held.place)
      from jsonb_array_elements(s.record -> 'target' -> 'properties') with ordinality as held (value, place)),
    'labels ' || (select string_agg(held.label, ', ' order by held.place)
      from jsonb_array_elements_text(s.record -> 'target' -> 'labels') with ordinality as held (label, place))
  ), ''), 'everything')`

const REFUSED = `
  select 'error' as severity, 'adjustment_percent_out_of_range' as code,
    'Adjustment «' || p.name || '» is skipped: ' || (s.record ->> 'value') || ' percent for ' || ${WHOM} || ' on ' || ${WHAT}
      || case when (s.record ->> 'value')::numeric < 0 then ' is less than ' || :min || ', more than the whole price.'
        else ' is more than ' || :max || ', the greatest markup.' end as message,
    s.external_id as subject
  from stage_price_adjustment s
  join load_price_adjustment_placed p on p.external_id = s.external_id
  where ${IS_BEYOND}`
