import type { EmployeeRole } from "../company"
import type { DecimalString } from "./decimal-string"

/** A person of the supplier who looks after a client. Lists of them are whole: who is not named no longer does. */
export interface ErpManager {
  /** The ERP's own id of the person. */
  external_id: string
  name: string
  /** By it the person is bound to a user of the admin, now or as soon as there is one. */
  email: string | null
  role: "manager" | "assistant"
}

export interface ErpBankAccount {
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  /** Where no account of an entity is the default one, the first is. */
  is_default: boolean
}

/** A person who acts for the legal entity that names him, known by nothing but his e-mail. */
export interface ErpRepresentative {
  name: string
  email: string
  phone: string | null
}

export interface ErpHolding {
  kind: "holding"
  external_id: string
  name: string
  managers?: ErpManager[]
  is_deleted: boolean
}

export interface ErpLegalEntity {
  kind: "legal_entity"
  external_id: string
  name: string
  official_name?: string | null
  inn?: string | null
  kpp?: string | null
  ogrn?: string | null
  okpo?: string | null
  /** The registered address. */
  address?: string | null
  actual_address?: string | null
  postal_address?: string | null
  phone?: string | null
  email?: string | null
  /** The id under which Kontor told the ERP of an entity that was made here. */
  portal_id?: string
  /** All accounts; one that is not named is gone. */
  bank_accounts?: ErpBankAccount[]
  /** All categories; one that is not named no longer holds. */
  category_external_ids?: string[]
  managers?: ErpManager[]
  /** Adds people, takes none away. */
  representatives?: ErpRepresentative[]
  /** Undefined when the format does not carry it (CommerceML contragents). */
  holding_external_id?: string | null
  is_head?: boolean
  is_blocked?: boolean
  /** Why it is blocked or closed, for people. */
  state_reason?: string | null
  is_deleted: boolean
}

/** A named group of clients. */
export interface ErpClientCategory {
  kind: "client_category"
  external_id: string
  name: string
  is_deleted: boolean
}

/** Where goods of a legal entity go, or who receives them for it. */
export interface ErpDeliveryPoint {
  kind: "delivery_point"
  external_id: string
  /** The id under which Kontor told the ERP of a point that was made here. */
  portal_id?: string
  legal_entity_external_id: string
  is_consignee: boolean
  name: string
  address?: string | null
  contact?: string | null
  phone?: string | null
  comment?: string | null
  is_deleted: boolean
}

/** A person who acts for legal entities. Rights, password and e-mail are decided in Kontor; the ERP brings him in, ties and bars him. */
export interface ErpPerson {
  kind: "person"
  external_id: string
  name: string
  /** Who has none cannot sign in and is left out. */
  email: string | null
  phone?: string | null
  /** Counts once, when the person is new here. */
  role?: EmployeeRole
  /** All entities he works for, the default one first. */
  legal_entity_external_ids?: string[]
  is_blocked?: boolean
  is_deleted: boolean
}

export interface ErpSupplierEntity {
  kind: "supplier_entity"
  external_id: string
  name: string
  inn?: string | null
  kpp?: string | null
  is_deleted: boolean
}

export interface ErpContract {
  kind: "contract"
  external_id: string
  number: string
  legal_entity_external_id: string
  supplier_entity_external_id: string
  price_type_external_id: string
  currency_code: string
  /** Calendar days, YYYY-MM-DD; null = open. */
  starts_on: string | null
  ends_on: string | null
  /** Соглашение rather than договор. */
  is_agreement?: boolean
  /** YYYY-MM-DD */
  signed_on?: string | null
  payment_terms?: string | null
  region?: string | null
  /** Warehouses that orders may draw from; none named = all. */
  warehouse_external_ids?: string[]
  /** In the currency of the contract; at most two places. */
  credit_limit?: DecimalString | null
  credit_terms?: string | null
  is_blocked: boolean
  state_reason?: string | null
  is_deleted: boolean
}
