import { REQUISITE_TEXTS } from "@kontor/framework"
import type { ApplicationBankAccount, ApplicationRequisites, StandingRequisites } from "./application-requisites"

/** What an entity has: its texts and its accounts by БИК and number. */
export interface StandingEntity {
  requisites: StandingRequisites
  accounts: Pick<ApplicationBankAccount, "bic" | "account">[]
}

export type RequisitesChangeDecision =
  { kind: "change"; wanted: ApplicationRequisites } | { kind: "refused"; code: "inn_changed" | "nothing_changed"; message: string }

/**
 * What is left of a form once all is taken out that the entity has already. Another ИНН is another company, for which one applies anew; an
 * account that is left out stays, since nobody closes an account by forgetting it.
 */
export function decideRequisitesChange(entity: StandingEntity, form: ApplicationRequisites): RequisitesChangeDecision {
  const { requisites } = entity
  if (requisites.inn !== null && requisites.inn !== form.inn) {
    const message = `The entity has the ИНН ${requisites.inn}. Another ИНН is another company: apply for a further entity.`
    return { kind: "refused", code: "inn_changed", message }
  }
  const changed = differing(form, requisites)
  const accounts = missingAccounts(entity, form.bank_accounts ?? [])
  if (Object.keys(changed).length === 0 && accounts.length === 0) {
    return { kind: "refused", code: "nothing_changed", message: "The entity has all of this already." }
  }
  return { kind: "change", wanted: { ...changed, name: form.name, inn: form.inn, ...(accounts.length ? { bank_accounts: accounts } : {}) } }
}

/** What an entity is to have; a text that is not there is to stay as it is. */
export type RequisitesWish = Partial<ApplicationRequisites>

/**
 * What an application for a change really changes: its name and its ИНН travel along to be read, and are wished only where they were to be
 * others than the entity's. An entity that is renamed while the application waits keeps its new name.
 */
export function wishOf(wanted: ApplicationRequisites, former: StandingRequisites | null): RequisitesWish {
  return { ...differing(wanted, former), ...(wanted.bank_accounts ? { bank_accounts: wanted.bank_accounts } : {}) }
}

function differing(wanted: ApplicationRequisites, standing: StandingRequisites | null): Omit<RequisitesWish, "bank_accounts"> {
  const texts = REQUISITE_TEXTS.filter((field) => wanted[field] !== undefined && wanted[field] !== standing?.[field])
  return Object.fromEntries(texts.map((field) => [field, wanted[field]]))
}

/** Whether an entity has all that was wished of it. */
export function isChangeMade(entity: StandingEntity, wanted: RequisitesWish): boolean {
  const hasTexts = REQUISITE_TEXTS.every((field) => wanted[field] === undefined || wanted[field] === entity.requisites[field])
  return hasTexts && missingAccounts(entity, wanted.bank_accounts ?? []).length === 0
}

/** All accounts of an entity once these are added to it; where one of them is the default, that one is and no other. */
export function withAccounts(standing: ApplicationBankAccount[], added: ApplicationBankAccount[]): ApplicationBankAccount[] {
  const hasNewDefault = added.some(({ is_default }) => is_default)
  return [...standing.map((account) => ({ ...account, is_default: account.is_default && !hasNewDefault })), ...added]
}

/** The accounts that an entity does not have yet. БИК and number name an account. */
export function missingAccounts(entity: Pick<StandingEntity, "accounts">, accounts: ApplicationBankAccount[]): ApplicationBankAccount[] {
  return accounts.filter(({ bic, account }) => !entity.accounts.some((standing) => standing.bic === bic && standing.account === account))
}
