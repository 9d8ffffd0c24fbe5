/** Applications as the admin API gives them. Types only: nothing of the server is bundled. */
export const APPLICATION_KINDS = ["new_dealer", "legal_entity", "requisites_change"] as const
export const APPLICATION_STATES = ["submitted", "more_requested", "accepted", "declined", "completed"] as const

export const REQUISITE_FIELDS = [
  "name",
  "official_name",
  "inn",
  "kpp",
  "ogrn",
  "okpo",
  "address",
  "actual_address",
  "postal_address",
  "phone",
  "email",
] as const

interface EntityRef {
  id: string
  name: string
  state: string
}

export interface ApplicationRow {
  id: string
  number: string
  kind: string
  state: string
  created_at: string
  applicant: { name: string; email: string; phone: string | null; employee_id: string | null }
  requisites: { name: string | null; inn: string | null; kpp: string | null }
  manager: { user_id: string; name: string | null } | null
  legal_entity: EntityRef | null
}

export interface ApplicationList {
  applications: ApplicationRow[]
  count: number
}

export interface SimilarEntity {
  legal_entity_id: string
  name: string
  inn: string | null
  kpp: string | null
  state: string
}

interface ApplicationBankAccount {
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  is_default: boolean
}

export interface ApplicationFileRow {
  id: string
  name: string
  mime_type: string
  bytes: number
}

export interface ApplicationEventRow {
  id: string
  at: string
  kind: string
  actor_name: string | null
  message: string | null
}

/** How far 1C has got with it. */
export interface ApplicationErp {
  state: string
  attempts: number
  last_error: string | null
  sent_at: string | null
  confirmed_at: string | null
}

export interface ApplicationCard extends ApplicationRow {
  requisites: Record<(typeof REQUISITE_FIELDS)[number], string | null> & { bank_accounts: ApplicationBankAccount[] }
  /** Of a change of requisites: what is to be another. */
  changes: { field: string; before: string | null; after: string | null }[]
  comment: string | null
  files: ApplicationFileRow[]
  decision: { reason: string | null; by: string | null; at: string } | null
  /** The holding into which a new entity goes unless another is named. */
  holding_id: string | null
  erp: ApplicationErp | null
  similar: SimilarEntity[]
  checks: { code: string; ok: boolean }[]
  events: ApplicationEventRow[]
}

export interface HoldingList {
  holdings: { id: string; name: string; entity_count: number }[]
  count: number
}
