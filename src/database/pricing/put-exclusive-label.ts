import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { ALL_VARIANTS, refreshTraitEntries } from "../loads/refresh-trait-entries"
import { EXCLUSIVE_LABEL_COLUMNS, type ExclusiveLabel } from "./list-exclusive-labels"
import { lockGoodsOfRules, lockPriceRules } from "./lock-price-rules"

const STANDING = `
  select ${EXCLUSIVE_LABEL_COLUMNS} from exclusive_label x join price_trait t on t.key = x.trait_key where t.kind = 'label' and t.value = :label`

const TRAIT = `insert into price_trait (kind, name, value) values ('label', '', :label) on conflict do nothing returning key`

const INSERT = `
  insert into exclusive_label (trait_key, id, source)
  select t.key, :id, 'portal' from price_trait t where t.kind = 'label' and t.value = :label`

/**
 * Lets a label shut adjustments off. A label that does already stays as it is. Which goods bear it is computed at once where nobody aimed at it.
 *
 * @param id of a new one; made where left out
 */
export async function putExclusiveLabel(
  trx: Knex.Transaction,
  { label, id = generateEntityId(undefined, "xlab") }: { label: string; id?: string }
): Promise<{ label: ExclusiveLabel | undefined; is_new: boolean }> {
  await lockGoodsOfRules(trx, "alone")
  await lockPriceRules(trx)
  const standing = async () => (await trx.raw<{ rows: ExclusiveLabel[] }>(STANDING, { label })).rows[0]
  const known = await standing()
  if (known) {
    return { label: known, is_new: false }
  }
  const made = await trx.raw<{ rows: { key: number }[] }>(TRAIT, { label })
  if (made.rows.length > 0) {
    await refreshTraitEntries(
      trx,
      ALL_VARIANTS,
      made.rows.map(({ key }) => key)
    )
  }
  await trx.raw(INSERT, { label, id })
  return { label: await standing(), is_new: true }
}
