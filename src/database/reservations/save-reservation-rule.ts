import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { ScopeKind } from "../../modules/contract-pricing/rules/adjustment"
import { canonicalReservationFields, reservationRuleFault } from "../../modules/supply/rules/reservation-rule-draft"
import type { ReservationFields } from "../../modules/supply/rules/resolve-reservation-terms"
import { scopeExists } from "../pricing/scope-of-rule"
import { reservationRule, type ReservationRuleListing } from "./reservation-rules"

export interface ReservationRuleDraft extends ReservationFields {
  scope: { kind: ScopeKind; id: string | null }
}

export interface ReservationRuleChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one, or whatever it is. */
  updated_at: string | null
  /** Null = it ends. */
  draft: ReservationRuleDraft | null
}

export interface SavedReservationRule {
  id: string
  /** Both sides are the same where nothing had to be written. */
  before: ReservationRuleListing | null
  after: ReservationRuleListing | null
}

/** One writer at a time, so that the same asked twice at once is made once. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.reservation-rules', 0))`

const COLUMNS = "scope_kind, scope_id, starts, start_states, hours, warn_hours, keep_states, taken_states, renewals"
const VALUES = `
  :scope_kind, :scope_id, cast(:starts as text), cast(:start_states as text[]), cast(:hours as int), cast(:warn_hours as int),
  cast(:keep_states as text[]), cast(:taken_states as text[]), cast(:renewals as int)`
const INSERT = `insert into reservation_rule (id, ${COLUMNS}) values (:id, ${VALUES})`
const UPDATE = `
  update reservation_rule set (${COLUMNS}) = (${VALUES}), deleted_at = null, updated_at = clock_timestamp()
  where id = :id and (deleted_at is not null or (${COLUMNS}) is distinct from (${VALUES}))`
const END = `update reservation_rule set deleted_at = now(), updated_at = clock_timestamp() where id = :id`
const FORGET = `delete from reservation_rule where id = :id`

/**
 * Makes, changes or ends a reservation rule. The same asked again is the one that stands. Throws INVALID_DATA with a code of `reservationRuleFault`
 * or `reservation_rule_scope_unknown`; NOT_FOUND for an unknown one; NOT_ALLOWED `changed_meanwhile` for another version, `reservation_rule_exists`
 * where another one says something else for the same clients.
 */
export async function saveReservationRule(
  trx: Knex.Transaction,
  { id, updated_at, draft }: ReservationRuleChange
): Promise<SavedReservationRule> {
  await trx.raw(ALONE)
  const before = id === null ? null : await changeable(trx, { id, updated_at })
  if (draft === null) {
    await trx.raw(END, { id })
    return { id: id ?? "", before, after: null }
  }
  const facts = await factsOf(trx, draft)
  const like = await reservationRule(trx, {
    scope_kind: draft.scope.kind,
    ...(draft.scope.id === null ? {} : { scope_id: draft.scope.id }),
  })
  if (like && like.id !== id) {
    if (before === null && isSame(like, draft)) {
      return { id: like.id, before: like, after: like }
    }
    throw refused(`Reservation rule ${like.id} already stands for the same clients: change that one.`, "reservation_rule_exists")
  }
  const saved = id ?? generateEntityId(undefined, "rsvr")
  await trx.raw(before === null ? INSERT : UPDATE, { id: saved, ...facts })
  return { id: saved, before, after: await reservationRule(trx, { id: saved }) }
}

/** Puts back what stood before a change that was undone. */
export async function restoreReservationRule(trx: Knex.Transaction, { id, before, after }: SavedReservationRule): Promise<void> {
  if (before === after) {
    return
  }
  await (before ? trx.raw(UPDATE, { id, ...columnsOf(before) }) : trx.raw(FORGET, { id }))
}

async function changeable(
  trx: Knex.Transaction,
  { id, updated_at }: { id: string; updated_at: string | null }
): Promise<ReservationRuleListing> {
  const standing = await reservationRule(trx, { id })
  if (!standing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Reservation rule with id ${id} was not found`)
  }
  if (updated_at !== null && updated_at !== standing.updated_at) {
    throw refused(`Reservation rule ${id} was changed meanwhile, at ${standing.updated_at}: read it again.`, "changed_meanwhile")
  }
  return standing
}

async function factsOf(trx: Knex.Transaction, draft: ReservationRuleDraft) {
  const { scope, ...fields } = draft
  const fault = reservationRuleFault(fields)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  if ((scope.kind === "everyone") !== (scope.id === null) || !(await scopeExists(trx, scope))) {
    const message = `There is no ${scope.kind.replace("_", " ")} ${scope.id ?? ""} that a reservation rule could be for.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "reservation_rule_scope_unknown")
  }
  return columnsOf(draft)
}

function columnsOf({ scope, ...draft }: ReservationRuleDraft) {
  const { starts, start_states, hours, warn_hours, keep_states, taken_states, renewals } = canonicalReservationFields(draft)
  return { scope_kind: scope.kind, scope_id: scope.id ?? "", starts, start_states, hours, warn_hours, keep_states, taken_states, renewals }
}

function isSame(standing: ReservationRuleListing, draft: ReservationRuleDraft): boolean {
  return JSON.stringify(columnsOf(standing)) === JSON.stringify(columnsOf(draft))
}

const refused = (message: string, code: string) => new MedusaError(MedusaError.Types.NOT_ALLOWED, message, code)
