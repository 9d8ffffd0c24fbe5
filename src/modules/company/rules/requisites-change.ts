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
  const texts = REQUISITE_TEXTS.filter((field) => form[field] !== undefined && form[field] !== requisites[field])
  const accounts = (form.bank_accounts ?? []).filter((account) => !hasAccount(entity, account))
  if (texts.length === 0 && accounts.length === 0) {
    return { kind: "refused", code: "nothing_changed", message: "The entity has all of this already." }
  }
  const changed = Object.fromEntries(texts.map((field) => [field, form[field]]))
  return { kind: "change", wanted: { ...changed, name: form.name, inn: form.inn, ...(accounts.length ? { bank_accounts: accounts } : {}) } }
}

/** Whether an entity has all that was wanted of it. */
export function isChangeMade(entity: StandingEntity, wanted: ApplicationRequisites): boolean {
  const hasTexts = REQUISITE_TEXTS.every((field) => wanted[field] === undefined || wanted[field] === entity.requisites[field])
  return hasTexts && (wanted.bank_accounts ?? []).every((account) => hasAccount(entity, account))
}

function hasAccount(entity: StandingEntity, { bic, account }: Pick<ApplicationBankAccount, "bic" | "account">): boolean {
  return entity.accounts.some((standing) => standing.bic === bic && standing.account === account)
}
