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

/** What is wrong with an application; `message` is in English. */
export interface ApplicationFault {
  code: RequisiteFault["code"] | "bank_account_repeated" | "bank_account_second_default"
  message: string
}

/** Numbers of an application that cannot be right, and accounts that cannot stand beside each other. */
export function applicationFaults(requisites: ApplicationRequisites): ApplicationFault[] {
  const accounts = requisites.bank_accounts ?? []
  const numbers = [...requisiteFaults(requisites), ...accounts.flatMap(bankFaults)]
  return [...numbers.map(({ field, value, code }) => ({ code, message: `${field} ${value} cannot be right.` })), ...listFaults(accounts)]
}

/** БИК and number name an account, so that one of a name is all there is; and payments go to one account unless told otherwise. */
function listFaults(accounts: ApplicationBankAccount[]): ApplicationFault[] {
  const isKnown = ({ bic, account }: ApplicationBankAccount, index: number) =>
    accounts.slice(0, index).some((former) => former.bic === bic && former.account === account)
  const repeated = accounts.filter(isKnown)
  const seconds = accounts.filter(({ is_default }) => is_default).slice(1)
  return [
    ...repeated.map(({ bic, account }) => ({
      code: "bank_account_repeated" as const,
      message: `The account ${account} in the bank ${bic} is listed twice.`,
    })),
    ...seconds.map(({ account }) => ({
      code: "bank_account_second_default" as const,
      message: `The account ${account} is a second default: one account is.`,
    })),
  ]
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
