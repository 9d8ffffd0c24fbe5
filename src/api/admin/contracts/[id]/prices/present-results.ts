import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { entryNames } from "../../../../../database/pricing/entry-names"
import { type PricedContractCard, pricedContract } from "../../../../../database/pricing/list-contract-prices"
import type { PriceRowOutcome } from "../../../../../database/pricing/set-contract-prices"

/** The contract of the path. Throws NOT_FOUND for an unknown id. */
export async function contractOf(container: MedusaContainer, contract_id: string): Promise<PricedContractCard> {
  const contract = await pricedContract(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), { contract_id })
  if (!contract) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Contract with id: ${contract_id} was not found`)
  }
  return contract
}

/** A result for each row, with the name of its product, and how many there are of each. */
export async function presentResults<Row extends PriceRowOutcome>(container: MedusaContainer, rows: Row[]) {
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const names = await entryNames(db, { entry_keys: rows.flatMap(({ wanted }) => wanted?.entry_key ?? []) })
  const counts = { created: 0, updated: 0, unchanged: 0, removed: 0, absent: 0, refused: 0 }
  const results = rows.map(({ wanted, refusal, ...row }) => {
    counts[row.outcome] += 1
    return {
      ...row,
      code: refusal?.code ?? null,
      message: refusal?.message ?? null,
      product: (wanted && names.get(wanted.entry_key)) ?? null,
    }
  })
  return { results, counts }
}
