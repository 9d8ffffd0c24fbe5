import type { ContractCandidate } from "./active-contract"
import { decideContractUse, type ContractRefusalCode } from "./contract-usable"

/** Whether a contract can be used today, and if not, why: shown beside the contract wherever people see one. */
export interface ContractUse {
  usable: boolean
  refusal: { code: ContractRefusalCode; message: string } | null
}

/** A contract for an answer of the API: its holder is reduced to the id it already carries, the decision is added. */
export function presentContract<Listing extends ContractCandidate>(listing: Listing, today: string): Omit<Listing, "entity"> & ContractUse {
  const { entity, ...contract } = listing
  const decision = decideContractUse(listing, entity, today)
  return {
    ...contract,
    usable: decision.usable,
    refusal: decision.usable ? null : { code: decision.code, message: decision.message },
  }
}
