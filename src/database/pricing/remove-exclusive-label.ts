import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { forgetLabels } from "./forget-labels"
import { EXCLUSIVE_LABEL_COLUMNS, type ExclusiveLabel } from "./list-exclusive-labels"
import { lockPriceRules } from "./lock-price-rules"

const STANDING = `select ${EXCLUSIVE_LABEL_COLUMNS} from exclusive_label x join price_trait t on t.key = x.trait_key where x.id = :id`

const DELETE = `delete from exclusive_label where id = :id and source = 'portal'`

/** Lets a label of the staff shut nothing off any more; one of the ERP stays. Undefined for an unknown id. */
export async function removeExclusiveLabel(trx: Knex.Transaction, id: string): Promise<ExclusiveLabel | undefined> {
  await lockPriceRules(trx)
  const standing = (await trx.raw<{ rows: ExclusiveLabel[] }>(STANDING, { id })).rows[0]
  if (standing?.source === "portal") {
    await trx.raw(DELETE, { id })
    await forgetLabels(trx, [standing.label])
  }
  return standing
}
