import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { canonicalDraft, type ThresholdDraft, thresholdFault } from "../../modules/contract-pricing/rules/threshold-draft"
import { refuseUnknownCurrency } from "./refuse-unknown-currency"
import { scopeExists } from "./scope-of-rule"
import { type ThresholdListing, thresholdListing } from "./threshold-listing"

export interface ThresholdChange {
  /** Null = a new one. */
  id: string | null
  /** The version that the change is made to; null for a new one, or whatever it is. */
  updated_at: string | null
  /** Null = it ends. */
  draft: ThresholdDraft | null
}

export interface SavedThreshold {
  id: string
  before: ThresholdListing | null
  after: ThresholdListing | null
}

/** Live thresholds of one scope and basis; nobody tells that many apart, and each cart reads them all. */
const MAX_OF_SCOPE = 50

/** One writer at a time, so that two together do not make more than there may be. */
const ALONE = `select pg_advisory_xact_lock(hashtextextended('kontor.price-thresholds', 0))`

const LOCK = `
  select to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as updated_at, source
  from price_threshold where id = :id and deleted_at is null for update`

const COLUMNS = "scope_kind, scope_id, basis, from_amount, currency_code, price_type_id, starts_on, ends_on"
const VALUES = `
  :scope_kind, :scope_id, :basis, cast(:from_amount as numeric), cast(:currency_code as text), :price_type_id,
  coalesce(cast(:starts_on as date), '-infinity'), coalesce(cast(:ends_on as date), 'infinity')`

const INSERT = `insert into price_threshold (id, source, ${COLUMNS}) values (:id, 'portal', ${VALUES})`
const UPDATE = `
  update price_threshold set (${COLUMNS}) = (${VALUES}), updated_at = clock_timestamp()
  where id = :id and (${COLUMNS}) is distinct from (${VALUES})`
const END = `update price_threshold set deleted_at = now(), updated_at = clock_timestamp() where id = :id`
const COUNT = `
  select count(*)::int as count from price_threshold
  where scope_kind = :scope_kind and scope_id = :scope_id and basis = :basis and deleted_at is null`

/**
 * Makes, changes or ends a threshold by hand. Throws NOT_FOUND for an unknown one, NOT_ALLOWED with `erp_owned` for one of the ERP and
 * `changed_meanwhile` for another version, INVALID_DATA with the codes of `thresholdFault`, `currency_unknown`, `threshold_scope_unknown`, `threshold_type_unknown`
 * or `too_many_thresholds`.
 */
export async function saveThreshold(trx: Knex.Transaction, { id, updated_at, draft }: ThresholdChange): Promise<SavedThreshold> {
  await trx.raw(ALONE)
  const before = id === null ? null : await standing(trx, id, updated_at)
  const saved = id ?? generateEntityId(undefined, "pthr")
  if (draft === null) {
    await trx.raw(END, { id: saved })
    return { id: saved, before, after: null }
  }
  await write(trx, { id: saved, draft, isNew: before === null })
  return { id: saved, before, after: await thresholdListing(trx, { id: saved }) }
}

/** Puts back what stood before a change that was undone. */
export async function restoreThreshold(trx: Knex.Transaction, { id, before }: SavedThreshold): Promise<void> {
  if (!before) {
    await trx.raw(`delete from price_threshold where id = :id`, { id })
    return
  }
  await trx.raw(`update price_threshold set deleted_at = null where id = :id`, { id })
  await trx.raw(UPDATE, { id, ...bindingsOf({ ...before, price_type_id: before.price_type.id }) })
}

async function standing(trx: Knex.Transaction, id: string, version: string | null): Promise<ThresholdListing> {
  const { rows } = await trx.raw<{ rows: { updated_at: string; source: string }[] }>(LOCK, { id })
  const before = rows[0] && (await thresholdListing(trx, { id }))
  if (!before) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Threshold with id ${id} was not found`)
  }
  if (before.source === "erp") {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `Threshold ${id} of ${before.from_amount} comes from the ERP: it is changed there.`,
      "erp_owned"
    )
  }
  if (version !== null && version !== before.updated_at) {
    const message = `Threshold ${id} of ${before.from_amount} was changed meanwhile, at ${before.updated_at}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
  return before
}

async function write(trx: Knex.Transaction, { id, draft, isNew }: { id: string; draft: ThresholdDraft; isNew: boolean }): Promise<void> {
  const fault = thresholdFault(draft)
  if (fault) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, fault.message, fault.code)
  }
  await refuseUnknown(trx, draft)
  const bindings = { id, ...bindingsOf(canonicalDraft(draft)) }
  await trx.raw(isNew ? INSERT : UPDATE, bindings)
  const { rows } = await trx.raw<{ rows: { count: number }[] }>(COUNT, bindings)
  if ((rows[0]?.count ?? 0) > MAX_OF_SCOPE) {
    const message = `${draft.scope.kind} ${draft.scope.id ?? ""} would have more than ${MAX_OF_SCOPE} thresholds by ${draft.basis}`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "too_many_thresholds")
  }
}

function bindingsOf({ scope, basis, from_amount, currency_code, price_type_id, starts_on, ends_on }: ThresholdDraft) {
  return { scope_kind: scope.kind, scope_id: scope.id ?? "", basis, from_amount, currency_code, price_type_id, starts_on, ends_on }
}

async function refuseUnknown(db: Knex, { scope, from_amount, currency_code, price_type_id }: ThresholdDraft): Promise<void> {
  const subject = `Threshold of ${from_amount}`
  await refuseUnknownCurrency(db, currency_code, subject)
  if (!(await scopeExists(db, scope))) {
    const message = `${subject}: there is no ${scope.kind.replace("_", " ")} ${scope.id}.`
    throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "threshold_scope_unknown")
  }
  const { rows } = await db.raw<{ rows: object[] }>(`select from price_type where id = :id and deleted_at is null`, { id: price_type_id })
  if (rows.length === 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `${subject}: there is no price type ${price_type_id}.`, "threshold_type_unknown")
  }
}
