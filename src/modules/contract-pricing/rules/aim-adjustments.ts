import type { PriceChange } from "./adjust-amount"
import { compareDecimals, type Decimal } from "./decimal"

/** A rule that a contract is in the scope of on a day; `rank` is its place among all of those, and no two have the same. */
export interface ScopedRule {
  rank: number
  key: number
  /** Needed of an entry: to lie in this category, and to have all these traits. Null and none: it aims at everything. */
  category_key: number | null
  trait_keys: readonly number[]
  /** Base units from which it holds. */
  from: Decimal
  is_stacking: boolean
}

/** One that changes the price. */
export interface ScopedAdjustment extends ScopedRule, PriceChange {
  rank: number
}

/** One that withholds goods from sale, by the name that is told as the reason. */
export interface ScopedWithholding extends ScopedRule {
  name: string
}

/** What adjustments aim at in an entry: the categories it lies in, with all above them, and its traits. */
export interface EntryTarget {
  category_keys: readonly number[]
  trait_keys: readonly number[]
}

/** Whether an entry has all that the adjustment asks for. */
export function isAimedAt({ category_key, trait_keys }: ScopedRule, entry: EntryTarget): boolean {
  return (category_key === null || entry.category_keys.includes(category_key)) && trait_keys.every((key) => entry.trait_keys.includes(key))
}

/**
 * Finds the adjustments that aim at an entry, for tens of thousands of entries: each adjustment is filed once, under its first trait or else its
 * category, so that an entry meets those alone that ask for something it has. Entries that share one array of categories share the work.
 *
 * @param adjustments in order of rank
 * @returns for an entry, in order of rank, those that hold at any quantity; without the ones that a nearer one covers at every quantity
 */
export function aimAdjustments<Rule extends ScopedRule>(adjustments: readonly Rule[]): (entry: EntryTarget) => readonly Rule[] {
  const byTrait = new Map<number, Rule[]>()
  const byCategory = new Map<number | null, Rule[]>()
  for (const adjustment of adjustments) {
    const [trait] = adjustment.trait_keys
    if (trait === undefined) {
      file(byCategory, adjustment.category_key, adjustment)
    } else {
      file(byTrait, trait, adjustment)
    }
  }
  const everywhere = byCategory.get(null) ?? []
  const ofPlaces = new Map<readonly number[], readonly Rule[]>()
  return (entry) => {
    const { category_keys, trait_keys } = entry
    let ofPlace = ofPlaces.get(category_keys)
    if (ofPlace === undefined) {
      ofPlace = inOrder([...everywhere, ...category_keys.flatMap((key) => byCategory.get(key) ?? [])])
      ofPlaces.set(category_keys, ofPlace)
    }
    const marked: Rule[] = []
    for (const key of trait_keys) {
      for (const adjustment of byTrait.get(key) ?? NONE) {
        if (isAimedAt(adjustment, entry)) {
          marked.push(adjustment)
        }
      }
    }
    if (marked.length === 0) {
      return ofPlace
    }
    marked.push(...ofPlace)
    return inOrder(marked)
  }
}

const NONE: readonly never[] = []

function file<Key, Rule>(files: Map<Key, Rule[]>, key: Key, adjustment: Rule): void {
  const found = files.get(key)
  if (found) {
    found.push(adjustment)
  } else {
    files.set(key, [adjustment])
  }
}

/** Sorts by rank, and leaves out the covered: where a nearer one that does not stack holds from the same or a smaller quantity, a farther one never does. */
function inOrder<Rule extends ScopedRule>(adjustments: Rule[]): readonly Rule[] {
  sortByRank(adjustments)
  let covered: Decimal | null = null
  let kept = 0
  for (const adjustment of adjustments) {
    const { is_stacking, from } = adjustment
    if (is_stacking || covered === null || compareDecimals(from, covered) < 0) {
      adjustments[kept++] = adjustment
      covered = is_stacking ? covered : from
    }
  }
  adjustments.length = kept
  return adjustments
}

/** So many are few. */
const FEW = 16

/** An entry meets few rules. The sort of the language takes memory at each call, of thousands of entries a fifth of all that pricing takes. */
function sortByRank(rules: ScopedRule[]): void {
  if (rules.length > FEW) {
    rules.sort((a, b) => a.rank - b.rank)
    return
  }
  for (let end = 1; end < rules.length; end++) {
    const rule = rules[end]
    let place = end
    for (let before = rules[place - 1]; rule && before && before.rank > rule.rank; before = rules[place - 1]) {
      rules[place--] = before
      rules[place] = rule
    }
  }
}
