/** Shapes of the admin API as the screens read them. Types only: nothing of the server is bundled. */
interface HoldingRef {
  id: string
  name: string
}

export interface LegalEntityRow {
  id: string
  name: string
  official_name: string | null
  inn: string | null
  kpp: string | null
  is_head: boolean
  state: string
  state_reason: string | null
  state_source: "erp" | "portal"
  holding: HoldingRef | null
  as_of: string | null
}

export interface LegalEntityList {
  legal_entities: LegalEntityRow[]
  count: number
}

export interface ContractRow {
  id: string
  number: string
  currency_code: string
  starts_on: string | null
  ends_on: string | null
  state: string
  usable: boolean
  refusal: { code: string; message: string } | null
  supplier_entity: { id: string; name: string }
  price_type: { id: string; name: string } | null
  payment_terms: string | null
  terms: ContractTerms | null
}

interface ContractTerms {
  kind: "contract" | "agreement"
  signed_on: string | null
  region: string | null
  warehouses: { id: string; name: string | null }[]
  credit_limit: string | null
  credit_terms: string | null
  credit_as_of: string | null
  state_reason: string | null
}

type FactSource = "erp" | "portal"

export interface BankAccountRow {
  id: string
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  is_default: boolean
  faults: string[]
}

export interface CategoryRow {
  id: string
  name: string
  source: FactSource
}

export interface ClientCategoryRow extends CategoryRow {
  has_trading_hours: boolean
}

export interface ClientCategoryList {
  client_categories: ClientCategoryRow[]
  count: number
}

export interface ManagerRow {
  id: string
  user_id: string | null
  name: string | null
  email: string | null
  role: string
  source: FactSource
  of_holding: boolean
}

export interface DeliveryPointRow {
  id: string
  kind: string
  name: string
  address: string | null
  contact: string | null
  phone: string | null
  is_active: boolean
  source: FactSource
}

export interface HoldingCard {
  id: string
  name: string
  shares_part_numbers: boolean
  as_of: string | null
  head: { id: string; name: string } | null
  entity_count: number
  managers: ManagerRow[]
}

export type PersonRef = Pick<PersonRow, "id" | "name">

export interface PersonRow {
  id: string
  name: string
  email: string
  phone: string | null
  role: string
  /** Stands in the place of `role`. */
  custom_role: { id: string; name: string } | null
  state: string
  has_password: boolean
  legal_entities: { id: string; name: string; is_default: boolean }[]
}

export interface PeopleList {
  employees: PersonRow[]
  count: number
}

export interface ClientRoleList {
  roles: { id: string; name: string }[]
}

export interface RightRow {
  section: string
  action: string
  scope: string
}

export interface RoleRow {
  id: string
  code: string
  name: string
  holding: HoldingRef | null
  rights: RightRow[]
  people: number
}

export interface RoleList {
  roles: RoleRow[]
  count: number
}

export interface ClientCartRow {
  id: string
  updated_at: string
  currency_code: string
  line_count: number
  total: string
  contract: { id: string; number: string }
  employee: { id: string; name: string; email: string; phone: string | null } | null
  refinement: {
    refined: { at: string; valid_until: string; document: string | null } | null
    not_refined: { code: string; at: string | null } | null
    changed_lines: number
    own_lines: number
  } | null
}

export interface ClientCartList {
  carts: ClientCartRow[]
  count: number
}

export interface LegalEntityCard extends LegalEntityRow {
  ogrn: string | null
  okpo: string | null
  address: string | null
  actual_address: string | null
  postal_address: string | null
  phone: string | null
  email: string | null
  state_reason: string | null
  source: FactSource
  /** Codes of numbers that cannot be right. */
  faults: string[]
  bank_accounts: BankAccountRow[]
  categories: CategoryRow[]
  managers: ManagerRow[]
  delivery_points: DeliveryPointRow[]
  contracts: ContractRow[]
}

export interface ClientOrderList {
  orders: {
    id: string
    display_id: number
    number: string | null
    created_at: string
    currency_code: string
    total: string
    line_count: number
    placed_by: string | null
    stage: string
  }[]
  count: number
  /** Whether this user may begin an order for the client. */
  may_begin: boolean
}

export interface StaffRow {
  user_id: string
  name: string
  email: string
  role: string
  assignments: number
}

export interface StaffList {
  staff: StaffRow[]
  count: number
}

export interface ActingSessionList {
  sign_ins: { id: string; user_name: string | null; reason: string; expires_at: string; is_live: boolean }[]
}

export interface AuditEntryRow {
  id: string
  at: string
  actor: { kind: string; id: string | null; name: string | null; ip: string | null; user_agent: string | null }
  acting_for: { employee_id: string; name: string | null } | null
  action: string
  subject: { type: string; id: string; name: string | null }
  legal_entity: { id: string; name: string | null } | null
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
  /** What ids that stand in either are called, by id. */
  names: Record<string, string>
}

export interface AuditEntryList {
  audit_entries: AuditEntryRow[]
  next_cursor: string | null
}

type RunCounts = Record<string, { received?: number; created?: number; updated?: number; deleted?: number; unchanged?: number }>

export interface ExchangeRunRow {
  id: string
  source: string
  direction: "in" | "out"
  kind: string
  filename: string | null
  state: string
  started_at: string
  duration_ms: number | null
  counts: RunCounts
  issue_count: number
}

export interface ExchangeRunList {
  exchange_runs: ExchangeRunRow[]
  count: number
}

export interface ExchangeRunIssue {
  position: number
  severity: string
  code: string
  message: string
  subject: string | null
}

export interface ExchangeRunCard extends ExchangeRunRow {
  formed_at: string | null
  error_code: string | null
  error_message: string | null
  issues: ExchangeRunIssue[]
}

export interface OrderExchange {
  legal_entity: { id: string; name: string } | null
  contract: { id: string; number: string } | null
  outbox: { number: string; state: string } | null
  order_state: {
    status: string | null
    erp_number: string | null
    is_cancelled: boolean
    paid_on: string | null
    shipped_on: string | null
    as_of: string
  } | null
}
