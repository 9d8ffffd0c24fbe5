/** What the decision needs of a contract. Days are calendar days, YYYY-MM-DD, both included; null is open. */
export interface ContractTerms {
  id: string
  number: string
  state: "active" | "blocked" | "closed"
  starts_on: string | null
  ends_on: string | null
}

/** What the decision needs of the legal entity that the contract belongs to. */
export interface ContractHolder {
  id: string
  name: string
  state: "applied" | "under_review" | "active" | "blocked" | "closed"
}

export type ContractRefusalCode = "entity_not_active" | "contract_blocked" | "contract_closed" | "contract_not_begun" | "contract_expired"

export type ContractDecision = { usable: true } | { usable: false; code: ContractRefusalCode; message: string }

/**
 * Whether prices may be shown and orders placed under a contract today (YYYY-MM-DD in the supplier's time zone). The entity is judged
 * first: while it may not buy at all, the state of one of its contracts is no help to anybody.
 */
export function decideContractUse(contract: ContractTerms, entity: ContractHolder, today: string): ContractDecision {
  if (entity.state !== "active") {
    return refuse(
      "entity_not_active",
      `Legal entity ${entity.name} is ${entity.state.replace("_", " ")}, so it cannot buy under contract ${contract.number}.`
    )
  }
  if (contract.state === "blocked") {
    return refuse("contract_blocked", `Contract ${contract.number} is blocked by the supplier.`)
  }
  if (contract.state === "closed") {
    return refuse("contract_closed", `Contract ${contract.number} is closed.`)
  }
  // ISO days compare as text.
  if (contract.starts_on !== null && today < contract.starts_on) {
    return refuse("contract_not_begun", `Contract ${contract.number} begins on ${contract.starts_on}.`)
  }
  if (contract.ends_on !== null && today > contract.ends_on) {
    return refuse("contract_expired", `Contract ${contract.number} ended on ${contract.ends_on}.`)
  }
  return { usable: true }
}

function refuse(code: ContractRefusalCode, message: string): ContractDecision {
  return { usable: false, code, message }
}
