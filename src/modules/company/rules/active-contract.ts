import { decideContractUse, type ContractHolder, type ContractTerms } from "./contract-usable"

export interface ContractCandidate extends ContractTerms {
  entity: ContractHolder
}

/**
 * The contract a request runs under. The one the employee chose counts alone: when it has become unusable nothing takes its place,
 * since other terms would then apply without anybody having asked. Without a choice the first usable candidate is taken, so the
 * caller passes the contracts of the default entity in their order.
 */
export function pickActiveContract<Candidate extends ContractCandidate>(
  candidates: Candidate[],
  chosenId: string | null,
  today: string
): Candidate | null {
  const eligible = chosenId === null ? candidates : candidates.filter((candidate) => candidate.id === chosenId)
  return eligible.find((candidate) => decideContractUse(candidate, candidate.entity, today).usable) ?? null
}
