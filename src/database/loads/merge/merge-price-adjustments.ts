import { AS_READ } from "@kontor/framework"
import { forgetTraits } from "../../pricing/forget-traits"
import { lockPriceRules } from "../../pricing/lock-price-rules"
import { run, type LoadContext } from "../load-context"
import { matchDocuments } from "./match-documents"
import { mergeRuleTraits } from "./merge-rule-traits"
import { placeRules } from "./place-rules"
import { refusePercents } from "./refuse-percents"
import { writeRules } from "./write-rules"

/** All columns that the ERP decides, in the order of the statements. */
const COLUMNS = [
  "name", "scope_kind", "scope_id", "category_key", "trait_keys", "specificity", "kind", "value", "currency_code", "from_quantity", "starts_on",
  "ends_on", "is_stacking", "source", "document",
] // prettier-ignore

/** Discounts and markups. One for an unknown client, or for an unknown group, is skipped: it would hold for others than it is meant for; so is a percentage that takes off more than the price, or adds more than may be entered by hand. */
export async function mergePriceAdjustments(load: LoadContext): Promise<void> {
  await lockPriceRules(load.trx)
  await placeRules(load, { table: "price_adjustment", called: "Adjustment", code: "adjustment" })
  await refusePercents(load)
  await matchDocuments(load, { kind: "price_adjustment", table: "price_adjustment", idPrefix: "padj" })
  await mergeRuleTraits(load, { table: "price_adjustment", called: "adjustment", offerUnknown: "adjustment_offer_unknown" })
  await run(load, WANTED)
  await writeRules(load, { table: "price_adjustment", columns: COLUMNS, facts: FACTS })
  await forgetTraits(load.trx)
}

const WANTED = `
  create temporary table load_wanted_price_adjustment on commit drop as
  select l.id, l.is_new, l.seq, a.name, a.scope_kind, a.scope_id, a.category_key, coalesce(traits.keys, '{}') as trait_keys,
    coalesce(traits.specificity, case when a.category_key is null then 6 else 5 end)::smallint as specificity, l.record ->> 'change' as kind,
    (l.record ->> 'value')::numeric(20, 6) as value, l.record ->> 'currency_code' as currency_code,
    (l.record ->> 'from_quantity')::numeric(18, 6) as from_quantity, coalesce((l.record ->> 'starts_on')::date, '-infinity') as starts_on,
    coalesce((l.record ->> 'ends_on')::date, 'infinity') as ends_on, (l.record ->> 'is_stacking')::boolean as is_stacking, 'erp' as source,
    l.record ->> 'document' as document
  from load_price_adjustment l
  join load_price_adjustment_placed a on a.external_id = l.external_id
  left join (
    select w.id, array_agg(t.key order by t.key) as keys, min(array_position(array['list', 'label', 'property', 'brand'], t.kind)) as specificity
    from load_price_adjustment_trait w join price_trait t on (t.kind, t.name, t.value) = (w.kind, w.name, w.value)
    group by w.id
  ) traits on traits.id = l.id
  where not l.is_deleted`

/** An adjustment as the log has it: by the names that screens show, not by keys. */
const FACTS = (row: string) => `
  jsonb_build_object(
    'name', ${row}.name, 'scope_kind', ${row}.scope_kind, 'scope_id', ${row}.scope_id, 'kind', ${row}.kind, 'value', trim_scale(${row}.value)::text,
    'currency_code', ${row}.currency_code, 'from_quantity', trim_scale(${row}.from_quantity)::text, 'is_stacking', ${row}.is_stacking,
    'starts_on', case when isfinite(${row}.starts_on) then ${row}.starts_on end, 'ends_on', case when isfinite(${row}.ends_on) then ${row}.ends_on end,
    'document', ${row}.document,
    'category', (select c.name from catalog_category k join product_category c on c.id = k.category_id where k.key = ${row}.category_key)
  ) || coalesce((
    select jsonb_object_agg(named.field, named.said) from (
      select case trait.kind when 'brand' then 'brand' when 'property' then 'properties' else 'labels' end as field,
        string_agg(case when trait.kind = 'property' then trait.name || ': ' else '' end || trait.value, '; ' order by trait.name ${AS_READ}, trait.value ${AS_READ}) as said
      from price_trait trait where trait.key = any (${row}.trait_keys) and trait.kind <> 'list' group by trait.kind
    ) named), '{}')`
