/** Shapes of the admin API as the screens read them. Types only: nothing of the server is bundled. */
export interface HoldingRef {
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
}

export interface EmployeeRow {
  id: string
  name: string
  email: string
  phone: string | null
  role: string
  state: string
}

export interface LegalEntityCard extends LegalEntityRow {
  address: string | null
  contracts: ContractRow[]
  employees: EmployeeRow[]
}

export type RunCounts = Record<string, { received?: number; created?: number; updated?: number; deleted?: number; unchanged?: number }>

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
