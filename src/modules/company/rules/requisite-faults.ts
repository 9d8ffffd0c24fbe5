import { isValidAccount, isValidCorrespondentAccount } from "./bank-account"
import { isValidBic } from "./bic"
import { isValidInn } from "./inn"
import { isValidKpp } from "./kpp"
import { isValidOgrn } from "./ogrn"
import { isValidOkpo } from "./okpo"

/** What identifies a company towards the state. Null and absent fields are not judged. */
export interface Requisites {
  inn?: string | null
  kpp?: string | null
  ogrn?: string | null
  okpo?: string | null
}

export interface BankRequisites {
  bic: string
  account: string
  correspondent_account?: string | null
}

export type RequisiteField = "inn" | "kpp" | "ogrn" | "okpo" | "bic" | "account" | "correspondent_account"

/** A number that cannot be right. `code` is the field with `_invalid`. */
export interface RequisiteFault {
  field: RequisiteField
  code: `${RequisiteField}_invalid`
  value: string
}

const CHECKS = { inn: isValidInn, kpp: isValidKpp, ogrn: isValidOgrn, okpo: isValidOkpo } as const

/** The numbers of a company that break their form or their control digits. Whoever owns the fact decides what follows. */
export function requisiteFaults(requisites: Requisites): RequisiteFault[] {
  const fields = ["inn", "kpp", "ogrn", "okpo"] as const
  return fields.flatMap((field) => {
    const value = requisites[field]
    return value && !CHECKS[field](value) ? [fault(field, value)] : []
  })
}

/** The same for a bank account. Under a БИК that is wrong itself no account can be judged, so it alone is told. */
export function bankFaults({ bic, account, correspondent_account }: BankRequisites): RequisiteFault[] {
  if (!isValidBic(bic)) {
    return [fault("bic", bic)]
  }
  return [
    ...(isValidAccount(account, bic) ? [] : [fault("account", account)]),
    ...(!correspondent_account || isValidCorrespondentAccount(correspondent_account, bic)
      ? []
      : [fault("correspondent_account", correspondent_account)]),
  ]
}

function fault(field: RequisiteField, value: string): RequisiteFault {
  return { field, code: `${field}_invalid`, value }
}
