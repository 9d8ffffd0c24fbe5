import type { FactSource } from "./fact-source"
import { bankFaults, type BankRequisites } from "./requisite-faults"

/** What identifies an entity and how to reach it. */
export interface RequisitesView {
  id: string
  name: string
  official_name: string | null
  inn: string | null
  kpp: string | null
  ogrn: string | null
  okpo: string | null
  address: string | null
  actual_address: string | null
  postal_address: string | null
  phone: string | null
  email: string | null
  is_head: boolean
  state: "applied" | "under_review" | "active" | "blocked" | "closed"
  state_reason: string | null
  source: FactSource
  as_of: Date | null
}

/** The fields of an entity that leave the server, for its own people as for staff. */
export function presentRequisites(entity: RequisitesView): RequisitesView {
  const { id, name, official_name, inn, kpp, ogrn, okpo, address, actual_address, postal_address, phone, email } = entity
  const { is_head, state, state_reason, source, as_of } = entity
  return {
    ...{ id, name, official_name, inn, kpp, ogrn, okpo, address, actual_address, postal_address, phone, email },
    ...{ is_head, state, state_reason, source, as_of },
  }
}

/** A bank account with the codes of its numbers that cannot be right. */
export function presentBankAccount<Account extends BankRequisites>(account: Account): Account & { faults: string[] } {
  return { ...account, faults: bankFaults(account).map(({ code }) => code) }
}
