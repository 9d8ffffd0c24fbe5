import { forgetLabels } from "../../pricing/forget-labels"
import { lockPriceRules } from "../../pricing/lock-price-rules"
import { count, run, type LoadContext } from "../load-context"
import { ALL_VARIANTS, refreshTraitEntries } from "../refresh-trait-entries"
import { runAudited } from "../run-audited"

/**
 * Labels that shut adjustments off. One that the staff told becomes the ERP's as soon as it says so; what the ERP withdraws goes, unless it is
 * the staff's own. A label that no product has yet is kept: its products may come.
 */
export async function mergeExclusiveLabels(load: LoadContext): Promise<void> {
  await lockPriceRules(load.trx)
  const made = await run<{ key: number }>(load, INSERT_TRAITS)
  if (made.rows.length > 0) {
    await refreshTraitEntries(
      load.trx,
      ALL_VARIANTS,
      made.rows.map(({ key }) => key)
    )
  }
  const deleted = await runAudited(load, DELETE, { subject: "exclusive_label" })
  const updated = await runAudited(load, UPDATE, { subject: "exclusive_label" }, { asOf: load.asOf })
  const created = await runAudited(load, INSERT, { subject: "exclusive_label" }, { asOf: load.asOf })
  if (deleted.changed > 0) {
    const { rows } = await run<{ label: string }>(load, `select s.external_id as label from stage_exclusive_label s where ${SAID}`)
    await forgetLabels(
      load.trx,
      rows.map(({ label }) => label)
    )
  }
  count(load, "exclusive_labels", { created: created.changed, updated: updated.changed, deleted: deleted.changed })
}

const SAID = "coalesce((s.record ->> 'is_deleted')::boolean, false)"

const INSERT_TRAITS = `
  insert into price_trait (kind, name, value)
  select 'label', '', s.external_id from stage_exclusive_label s
  where not ${SAID} and not exists (select from price_trait t where t.kind = 'label' and t.value = s.external_id)
  returning key`

const NAMED = `stage_exclusive_label s join price_trait t on t.kind = 'label' and t.value = s.external_id`

const facts = (source: string) => `jsonb_build_object('label', n.value, 'source', ${source})`

const DELETE = `
  delete from exclusive_label x using (select t.key, t.value from ${NAMED} where ${SAID}) n
  where x.trait_key = n.key and x.source = 'erp'
  returning x.id as subject_id, null::text as legal_entity_id, ${facts("x.source")} as before, null::jsonb as after`

const UPDATE = `
  update exclusive_label x set source = 'erp', as_of = :asOf from (select t.key, t.value from ${NAMED} where not ${SAID}) n
  where x.trait_key = n.key and x.source <> 'erp'
  returning x.id as subject_id, null::text as legal_entity_id, ${facts("'portal'")} as before, ${facts("x.source")} as after`

const INSERT = `
  insert into exclusive_label as x (trait_key, id, source, as_of)
  select t.key, kontor_id('xlab', :moment), 'erp', :asOf from ${NAMED}
  where not ${SAID} and not exists (select from exclusive_label known where known.trait_key = t.key)
  returning x.id as subject_id, null::text as legal_entity_id, null::jsonb as before,
    jsonb_build_object('label', (select t.value from price_trait t where t.key = x.trait_key), 'source', x.source) as after`
