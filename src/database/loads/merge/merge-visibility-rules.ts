import { VISIBILITY_TARGETS } from "../../../modules/catalog/rules/decide-visibility"
import { forgetTraits } from "../../pricing/forget-traits"
import { lockPriceRules } from "../../pricing/lock-price-rules"
import { run, type LoadContext } from "../load-context"
import { matchDocuments } from "./match-documents"
import { mergeRuleTraits } from "./merge-rule-traits"
import { placeRules } from "./place-rules"
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
  await placeRules(load, { table: "visibility_rule", called: "Rule", code: "visibility" })
  await matchDocuments(load, { kind: "visibility_rule", table: "visibility_rule", idPrefix: "vrul" })
  await mergeRuleTraits(load, { table: "visibility_rule", called: "rule", offerUnknown: "visibility_offer_unknown" })
  await run(load, WANTED)
  await writeRules(load, { table: "visibility_rule", columns: COLUMNS, renewedBy: SAID, facts: FACTS })
  await forgetTraits(load.trx)
}

const WANTED = `
  create temporary table load_wanted_visibility_rule on commit drop as
  select w.*, array_position(array[${VISIBILITY_TARGETS.map((kind) => `'${kind}'`).join(", ")}], w.target_kind) as specificity, 'erp' as source
  from (
    select l.id, l.is_new, l.seq, r.name, r.scope_kind, r.scope_id, r.category_key, t.key as trait_key,
      coalesce(t.kind, case when r.category_key is not null then 'category' else 'everything' end) as target_kind,
      l.record ->> 'effect' = 'show' as shows
    from load_visibility_rule l
    join load_visibility_rule_placed r on r.external_id = l.external_id
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
