import type { Actor } from "./audit"

/** Ready roles of an employee; see the rights table in the company module. */
export type EmployeeRole = "superuser" | "privileged" | "ordinary"

/** What a right is about. */
export const RIGHT_SECTIONS = [
  "cart",
  "order",
  "document",
  "debt",
  "claim",
  "person",
  "entity",
  "contract",
  "delivery_point",
  "application",
] as const
export type RightSection = (typeof RIGHT_SECTIONS)[number]

export const RIGHT_ACTIONS = ["view", "create", "edit", "approve"] as const
export type RightAction = (typeof RIGHT_ACTIONS)[number]

/**
 * How far a right reaches, from the narrowest: what the employee made himself, all of the entities he works for, and from the head of a
 * holding all of its entities.
 */
export const RIGHT_SCOPES = ["own", "entity", "holding"] as const
export type RightScope = (typeof RIGHT_SCOPES)[number]

/** One thing an employee may do, and how far. What no right names is refused. */
export interface Right {
  section: RightSection
  action: RightAction
  scope: RightScope
}

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
  /** Stock locations that its orders may draw from; none named = all. */
  warehouse_ids: string[]
  /** Which part of the catalogue it sees; null = all of it. */
  assortment: Assortment | null
}

/** A part of the catalogue that contracts with the same rules of visibility see. */
export interface Assortment {
  /** Names it in the tables of the catalogue; never used for another. */
  key: number
  /** Whether the entries that are kept with it are those that are shown, or those that are hidden. */
  lists: "shown" | "hidden"
}

/**
 * On whose behalf a store request runs and what it may see. Set by the dealer-scope middleware on every `/store/*` request of a
 * signed-in employee; every dealer query filters by it in SQL, and what lies outside answers 404.
 */
export interface DealerScope {
  customer_id: string
  employee_id: string
  /** The built-in role; the rights say what he may do, since a custom role may stand in its place. */
  role: EmployeeRole
  rights: Right[]
  /** The entity of the active contract; null when the employee has no usable contract. */
  legal_entity_id: string | null
  /** The entities he works for, the default one first. */
  member_entity_ids: string[]
  /** Those and, with a right that reaches the holding, all entities of the holdings in whose head he works. */
  visible_entity_ids: string[]
  contract: ActiveContract | null
  /** Who really asks: the employee himself, or the user who is signed in as him. */
  actor: Actor
}

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Express offers no other way to add to its request
  namespace Express {
    interface Request {
      /** Set on every `/store/*` request that passed the dealer-scope middleware. */
      dealer?: DealerScope
    }
  }
}
