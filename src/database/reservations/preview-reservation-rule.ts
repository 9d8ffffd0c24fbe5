import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { isDeepStrictEqual } from "node:util"
import type { ReservationTerms } from "../../modules/supply/rules/resolve-reservation-terms"
import { inPreview, tryOut } from "../pricing/in-preview"
import { contractsInScope, type TouchedContract } from "../pricing/touched-by"
import { reservationTermsOf } from "./reservation-terms"
import { type ReservationRuleDraft, saveReservationRule } from "./save-reservation-rule"

/** What is tried: a new rule, a change of one (`id`), or its end (no `draft`). */
export interface ReservationRuleTrial {
  id: string | null
  draft: ReservationRuleDraft | null
}

/** How orders under a contract would be reserved, on either side of the change. */
export interface ReservationRuleExample {
  contract: Pick<TouchedContract, "id" | "number" | "legal_entity">
  before: ReservationTerms
  after: ReservationTerms
  is_changed: boolean
}

export interface ReservationRulePreview {
  /** Contracts that it is for, before or after, and their legal entities. */
  touched: { contracts: number; clients: number }
  /** Of those the ones whose orders would be reserved otherwise than now: a nearer rule may say what this one says. */
  changed: { contracts: number; clients: number }
  /** Orders under changed contracts whose reservation has not ended: they keep what held when they were placed. */
  standing_orders: number
  /** Changed ones first. */
  examples: ReservationRuleExample[]
}

const EXAMPLES_MAX = 20

const STANDING = `select count(*)::int as orders from order_reservation where state <> 'ended' and contract_id = any(cast(:contract_ids as text[]))`

/**
 * What a reservation rule that is not saved would do to orders that come: it is saved in a transaction that is rolled back, and what holds is asked before
 * and after, as placing asks it. Throws what `saveReservationRule` throws, and `preview_too_slow`.
 */
export async function previewReservationRule(db: Knex, { id, draft }: ReservationRuleTrial): Promise<ReservationRulePreview> {
  return inPreview(db, async (trx) => {
    const was = id === null ? [] : await contractsInScope(trx, "reservation_rule", { id })
    const { reached, after } = await tryOut(trx, async (inner) => {
      const saved = await saveReservationRule(inner, { id, updated_at: null, draft })
      const is = draft ? await contractsInScope(inner, "reservation_rule", { id: saved.id }) : []
      const all = [...new Map([...was, ...is].map((contract) => [contract.id, contract])).values()]
      return { reached: all, after: await reservationTermsOf(inner, idsOf(all)) }
    })
    const before = await reservationTermsOf(trx, idsOf(reached))
    const compared = reached.flatMap((contract): (ReservationRuleExample & { contract: TouchedContract })[] => {
      const [then, now] = [before.get(contract.id), after.get(contract.id)]
      return then && now ? [{ contract, before: then, after: now, is_changed: !isDeepStrictEqual(then, now) }] : []
    })
    const changed = compared.filter(({ is_changed }) => is_changed)
    const { rows } = await trx.raw<{ rows: { orders: number }[] }>(STANDING, idsOf(changed.map(({ contract }) => contract)))
    const shown = [...changed, ...compared.filter(({ is_changed }) => !is_changed)].slice(0, EXAMPLES_MAX)
    return {
      touched: countOf(reached),
      changed: countOf(changed.map(({ contract }) => contract)),
      standing_orders: rows[0]?.orders ?? 0,
      examples: shown.map(({ contract: { id: contract_id, number, legal_entity }, ...sides }) => ({
        contract: { id: contract_id, number, legal_entity },
        ...sides,
      })),
    }
  })
}

const idsOf = (contracts: readonly TouchedContract[]) => ({ contract_ids: contracts.map(({ id }) => id) })

const countOf = (contracts: readonly TouchedContract[]) => ({
  contracts: contracts.length,
  clients: new Set(contracts.map(({ legal_entity }) => legal_entity.id)).size,
})
