import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { decideContractUse } from "../../modules/company/rules/contract-usable"
import { termsOfContract } from "../ordering/terms-of-contract"
import { isVisibleAmongMany, sightBindings } from "./visible-entries"

/**
 * Whether a finished price list may be fetched still: its contract may be used today, and shows all goods that stand in the file. What was hidden since would
 * be told by it. Prices are those of its day.
 */
export async function isPriceListInSight(db: Knex, { id, contract_id }: { id: string; contract_id: string }): Promise<boolean> {
  const terms = await termsOfContract(db, { contract_id })
  if (!terms || !decideContractUse(terms, terms.entity, today()).usable) {
    return false
  }
  const { assortment } = terms
  if (assortment === null) {
    return true
  }
  const { rows } = await db.raw<{ rows: { is_seen: boolean }[] }>(
    `select entry_keys is not null and not exists (
       select from unnest(entry_keys) as k (key) where not (${isVisibleAmongMany(assortment, "k.key")})
     ) as is_seen from price_list_file where id = :id`,
    { id, ...sightBindings(assortment) }
  )
  return rows[0]?.is_seen === true
}
