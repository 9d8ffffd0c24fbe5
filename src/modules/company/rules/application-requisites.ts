import { REQUISITE_TEXTS, type RequisiteText } from "@kontor/framework"
import { bankFaults, requisiteFaults, type RequisiteFault } from "./requisite-faults"

export interface ApplicationBankAccount {
  bic: string
  account: string
  bank_name: string | null
  correspondent_account: string | null
  is_default: boolean
}

/** What an applicant says of a company. Of a change a field that is not there is to stay as it is; null takes it away. */
export type ApplicationRequisites = { name: string; inn: string } & Partial<
  Record<Exclude<RequisiteText, "name" | "inn">, string | null>
> & {
    bank_accounts?: ApplicationBankAccount[]
  }

/** Numbers of an application that cannot be right. */
export function applicationFaults(requisites: ApplicationRequisites): RequisiteFault[] {
  return [...requisiteFaults(requisites), ...(requisites.bank_accounts ?? []).flatMap(bankFaults)]
}

export interface RequisiteCheck {
  code: string
  ok: boolean
}

/** Each number that was given and whether its control digits are right, for the staff to see. */
export function requisiteChecks(requisites: ApplicationRequisites): RequisiteCheck[] {
  const faults = requisiteFaults(requisites).map(({ field }) => field)
  const given = (["inn", "kpp", "ogrn", "okpo"] as const).filter((field) => requisites[field])
  const accounts = requisites.bank_accounts ?? []
  return [
    ...given.map((field) => ({ code: field, ok: !faults.includes(field) })),
    ...(accounts.length > 0 ? [{ code: "bank_accounts", ok: accounts.every((account) => bankFaults(account).length === 0) }] : []),
  ]
}

/** The texts that an entity has. */
export type StandingRequisites = Record<RequisiteText, string | null>

/** All requisites as they are to be: of a change what the entity had stands where nothing else is wanted. */
export function wholeRequisites(
  wanted: ApplicationRequisites,
  standing: StandingRequisites | null
): Record<RequisiteText, string | null> & { bank_accounts: ApplicationBankAccount[] } {
  const texts = REQUISITE_TEXTS.map((field) => [field, wanted[field] === undefined ? (standing?.[field] ?? null) : wanted[field]])
  return {
    ...(Object.fromEntries(texts) as Record<RequisiteText, string | null>),
    bank_accounts: wanted.bank_accounts ?? [],
  }
}

export interface WantedChange {
  field: RequisiteText
  before: string | null
  after: string | null
}

/** What a change changes. */
export function wantedChanges(wanted: ApplicationRequisites, standing: StandingRequisites | null): WantedChange[] {
  return REQUISITE_TEXTS.flatMap((field) => {
    const [before, after] = [standing?.[field] ?? null, wanted[field]]
    return standing === null || after === undefined || after === before ? [] : [{ field, before, after }]
  })
}
