import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import type { AdjustmentDraft, AdjustmentFacts } from "../../modules/contract-pricing/rules/adjustment"
import {
  type ChangedPrices,
  chooseExamples,
  type ComparedPrice,
  comparePrices,
  countChanged,
} from "../../modules/contract-pricing/rules/preview-prices"
import type { PriceStep } from "../../modules/contract-pricing/rules/price-ladder"
import { previewSample, type PreviewSample } from "../../modules/contract-pricing/rules/preview-sample"
import type { ListedArticles } from "./entries-of-list"
import { entryNames, type EntryName } from "./entry-names"
import { holdersOf, laddersOf, type PriceHolder } from "./ladders-of"
import { inPreview, tryOut } from "./in-preview"
import { resolveAdjustment } from "./resolve-adjustment"
import { changeable } from "./save-adjustment"
import { touchedBy, type Touched, type TouchedContract } from "./touched-by"
import { endAdjustment, writeAdjustment } from "./write-adjustment"

/** What is tried: a new adjustment, a change of one (`id`), or its end (no `draft`). */
export interface AdjustmentTrial {
  id: string | null
  draft: AdjustmentDraft | null
}

/** A price that the trial reaches, on either side, at the least quantity at which it differs. */
export interface PreviewExample {
  contract: Pick<TouchedContract, "id" | "number" | "legal_entity">
  product: EntryName
  currency_code: string
  quantity: string
  before: PriceHolder & { price: string | null }
  after: PriceHolder & { price: string | null }
  is_changed: boolean
}

export interface AdjustmentPreview {
  /** YYYY-MM-DD: the day that prices are compared on. */
  day: string
  /** All that it reaches, before or after. */
  touched: { products: number; contracts: number; clients: number }
  /** How much of that was compared. */
  compared: { products: number; contracts: number; prices: number; is_whole: boolean }
  changed: ChangedPrices
  examples: PreviewExample[]
  articles: ListedArticles
}

/**
 * What an adjustment that is not saved would do, by the one engine: the rule is written in a transaction that is rolled back, so that preview
 * and truth cannot differ. Everything is read as of one moment.
 *
 * Throws what `resolveAdjustment` throws, NOT_FOUND, `erp_owned`, and `preview_too_slow`.
 */
export async function previewAdjustment(db: Knex, trial: AdjustmentTrial, today: string): Promise<AdjustmentPreview> {
  return inPreview(db, async (trx) => {
    const standing = trial.id === null ? null : await changeable(trx, trial.id)
    const resolved = trial.draft ? await resolveAdjustment(trx, trial.draft, standing?.facts ?? null) : null
    const id = standing?.id ?? generateEntityId(undefined, "padj")
    const write = async (inner: Knex) => {
      await (resolved ? writeAdjustment(inner, { id, facts: resolved.facts }) : endAdjustment(inner, { id }))
    }
    const day = dayOfInterest(today, [standing?.facts, resolved?.facts])
    const reached = standing ? await touchedBy(trx, { id }) : NOTHING
    const outcome = await tryOut(trx, async (inner) => {
      await write(inner)
      const touched = resolved ? both(reached, await touchedBy(inner, { id })) : reached
      const sample = previewSample(touched.contracts, touched.entry_keys)
      return { touched, sample, ladders: await ladders(inner, sample, day) }
    })
    const { touched, sample } = outcome
    const standingPrices = await ladders(trx, sample, day)
    const rows = sample.contracts.flatMap((contract, place) =>
      comparePrices(contract, sample.entry_keys, standingPrices[place] ?? [], outcome.ladders[place] ?? [])
    )
    const chosen = chooseExamples(rows)
    const before = await holdersOf(trx, day, chosen)
    await write(trx)
    const after = await holdersOf(trx, day, chosen)
    const names = await entryNames(trx, { entry_keys: chosen.map(({ entry_key }) => entry_key) })
    return {
      day,
      touched: {
        products: touched.entry_keys.length,
        contracts: touched.contracts.length,
        clients: new Set(touched.contracts.map(({ legal_entity }) => legal_entity.id)).size,
      },
      compared: {
        products: sample.entry_keys.length,
        contracts: sample.contracts.length,
        prices: rows.length,
        is_whole: sample.is_whole,
      },
      changed: countChanged(rows),
      examples: chosen.flatMap((row, index) => toExample(row, names.get(row.entry_key), before[index], after[index])),
      articles: resolved?.articles ?? { found: 0, unknown: [], ambiguous: [] },
    }
  })
}

const NOTHING: Touched = { entry_keys: [], contracts: [] }

/** Today, unless the rule holds on no day before a later one. */
function dayOfInterest(today: string, facts: (AdjustmentFacts | undefined)[]): string {
  const starts = facts.flatMap((fact) => (fact ? [fact.starts_on ?? today] : [])).sort()
  const first = starts[0] ?? today
  return first > today ? first : today
}

function both(a: Touched, b: Touched): Touched {
  const contracts = new Map([...a.contracts, ...b.contracts].map((contract) => [contract.id, contract]))
  return {
    entry_keys: [...new Set([...a.entry_keys, ...b.entry_keys])].sort((x, y) => x - y),
    contracts: [...contracts.values()].sort((x, y) => (x.id < y.id ? -1 : 1)),
  }
}

async function ladders(db: Knex, { contracts, entry_keys }: PreviewSample<TouchedContract>, day: string): Promise<PriceStep[][][]> {
  const all: PriceStep[][][] = []
  for (const contract of contracts) {
    all.push(await laddersOf(db, { contract, day, entry_keys }))
  }
  return all
}

function toExample(
  { contract, quantity, before, after, difference }: ComparedPrice<TouchedContract>,
  product: EntryName | undefined,
  heldBefore: PriceHolder | undefined,
  heldAfter: PriceHolder | undefined
): PreviewExample[] {
  const { id, number, legal_entity, currency_code } = contract
  if (!product || !heldBefore || !heldAfter) {
    return []
  }
  return [
    {
      contract: { id, number, legal_entity },
      product,
      currency_code,
      quantity,
      before: { price: before, ...heldBefore },
      after: { price: after, ...heldAfter },
      is_changed: difference !== null,
    },
  ]
}
