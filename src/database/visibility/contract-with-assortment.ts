import type { ActiveContract } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DealerScopeRow } from "../queries/resolve-dealer-scope"
import { makeAssortment } from "./make-assortment"

/** The contract that was picked of those read, with its assortment made when nobody has needed it before. Errors as of {@link makeAssortment}. */
export async function contractWithAssortment(
  db: Knex,
  { contracts }: Pick<DealerScopeRow, "contracts">,
  picked: ActiveContract | null
): Promise<ActiveContract | null> {
  const isUnmade = contracts.some(({ id, has_visibility_rules, assortment }) => id === picked?.id && has_visibility_rules && !assortment)
  return picked && isUnmade ? { ...picked, assortment: await makeAssortment(db, { contract_id: picked.id }) } : picked
}
