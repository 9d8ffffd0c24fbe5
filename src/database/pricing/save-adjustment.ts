import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import { isDeepStrictEqual } from "node:util"
import type { AdjustmentDraft } from "../../modules/contract-pricing/rules/adjustment"
import type { ListedArticles } from "./entries-of-list"
import { forgetTraits } from "./forget-traits"
import { lockGoodsOfRules, lockPriceRules } from "./lock-price-rules"
import { resolveAdjustment } from "./resolve-adjustment"
import { likeAdjustments, standingAdjustment, type StandingAdjustment } from "./standing-adjustment"
import { endAdjustment, eraseAdjustment, writeAdjustment } from "./write-adjustment"

export interface AdjustmentChange {
  /** Null makes a new one. */
  id: string | null
  /** The version that the change was made to; null for a new one. */
  updated_at: string | null
  draft: AdjustmentDraft
}

/** What was written: both sides are the same where nothing had to be. */
export interface SavedAdjustment {
  before: StandingAdjustment | null
  after: StandingAdjustment
  has_changed: boolean
  articles: ListedArticles
}

/**
 * Makes an adjustment or changes one. The same asked again writes nothing: a new one with the facts of a live one is that one.
 *
 * Throws NOT_FOUND for an unknown id or one that has ended, NOT_ALLOWED `erp_owned`, NOT_ALLOWED `changed_meanwhile` when somebody else has
 * changed it since `updated_at`, and what `resolveAdjustment` throws.
 */
export async function saveAdjustment(trx: Knex, { id, updated_at, draft }: AdjustmentChange): Promise<SavedAdjustment> {
  await lockRules(trx)
  const standing = id === null ? null : await changeable(trx, id)
  const { facts, articles } = await resolveAdjustment(trx, draft, standing?.facts ?? null)
  const same = standing ?? (await likeAdjustments(trx, facts)).find((like) => isDeepStrictEqual(like.facts, facts)) ?? null
  if (same && isDeepStrictEqual(same.facts, facts)) {
    return { before: same, after: same, has_changed: false, articles }
  }
  refuseStale(standing, updated_at)
  const written = standing?.id ?? generateEntityId(undefined, "padj")
  await writeAdjustment(trx, { id: written, facts })
  await forgetTraits(trx)
  return { before: standing, after: await known(trx, written), has_changed: true, articles }
}

/** Ends an adjustment; one that has ended stays so. Errors as of {@link saveAdjustment}; null as version takes any. */
export async function endStandingAdjustment(
  trx: Knex,
  { id, updated_at }: { id: string; updated_at: string | null }
): Promise<{ before: StandingAdjustment; has_changed: boolean }> {
  await lockPriceRules(trx)
  const standing = await known(trx, id)
  if (standing.is_deleted) {
    return { before: standing, has_changed: false }
  }
  refuseErpOwned(standing)
  refuseStale(standing, updated_at)
  await endAdjustment(trx, { id })
  await forgetTraits(trx)
  return { before: standing, has_changed: true }
}

/** Puts an adjustment back as it stood; one that was not there is gone again. */
export async function restoreAdjustment(trx: Knex, { id, before }: { id: string; before: StandingAdjustment | null }): Promise<void> {
  await lockRules(trx)
  await (before ? writeAdjustment(trx, { id, facts: before.facts }) : eraseAdjustment(trx, { id }))
  await forgetTraits(trx)
}

async function lockRules(trx: Knex): Promise<void> {
  await lockGoodsOfRules(trx, "alone")
  await lockPriceRules(trx)
}

async function known(trx: Knex, id: string): Promise<StandingAdjustment> {
  const standing = await standingAdjustment(trx, { id, lock: true })
  if (!standing) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price adjustment with id: ${id} was not found`)
  }
  return standing
}

/** A live adjustment that was made here, for the caller alone. */
export async function changeable(trx: Knex, id: string): Promise<StandingAdjustment> {
  const standing = await known(trx, id)
  if (standing.is_deleted) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Price adjustment with id: ${id} was not found`)
  }
  refuseErpOwned(standing)
  return standing
}

function refuseErpOwned({ id, source, facts }: StandingAdjustment): void {
  if (source === "erp") {
    const message = `Price adjustment ${id} «${facts.name}» comes from the ERP and is changed there.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "erp_owned")
  }
}

function refuseStale(standing: StandingAdjustment | null, updatedAt: string | null): void {
  if (standing && updatedAt !== null && standing.updated_at !== updatedAt) {
    const message = `Price adjustment ${standing.id} «${standing.facts.name}» was changed at ${standing.updated_at}, not ${updatedAt}: read it again.`
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message, "changed_meanwhile")
  }
}
