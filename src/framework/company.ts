import type { Actor } from "./audit"

/** Ready roles of an employee; see the rights table in the company module. */
export type EmployeeRole = "superuser" | "privileged" | "ordinary"

/** The terms a request is decided under. */
export interface ActiveContract {
  id: string
  number: string
  legal_entity_id: string
  supplier_entity_id: string
  currency_code: string
  price_type_id: string | null
  /** Integer key for the price tables; null while the contract has no price type. */
  price_type_key: number | null
}

/**
 * On whose behalf a store request runs and what it may see. Set by the dealer-scope middleware on every `/store/*` request of a
 * signed-in employee; every dealer query filters by it in SQL, and what lies outside answers 404.
 */
export interface DealerScope {
  customer_id: string
  employee_id: string
  role: EmployeeRole
  /** The entity of the active contract; null when the employee has no usable contract. */
  legal_entity_id: string | null
  /** All entities whose orders he may see, the active one included. */
  visible_entity_ids: string[]
  contract: ActiveContract | null
  /** Who really asks: the employee himself, or the user who is signed in as him. */
  actor: Actor
}
