import { normaliseSearchKey } from "./normalise-search-key"

/** An own number that stands beside an article which is known. */
export interface NumberedRow {
  row: number
  number: string
  /** What the article means. */
  variant_id: string
}

/** What a number means so far; `variant_id` is null for a product that the dealer does not see. */
export interface KnownNumber {
  number_key: string
  variant_id: string | null
}

export interface ProposedNumber extends NumberedRow {
  /** new: it meant nothing; differs: it means another product; ambiguous: the file has it for several. */
  status: "new" | "differs" | "ambiguous"
  known_variant_id: string | null
}

/** What a file teaches of a dealer's own numbers: each once, in the order of the file; those that are known already are left out. */
export function proposePartNumbers(rows: readonly NumberedRow[], known: readonly KnownNumber[]): ProposedNumber[] {
  const knownBy = new Map(known.map(({ number_key, variant_id }) => [number_key, variant_id]))
  const byKey = new Map<string, NumberedRow[]>()
  for (const row of rows) {
    const key = normaliseSearchKey(row.number)
    if (key !== null) {
      byKey.set(key, [...(byKey.get(key) ?? []), row])
    }
  }
  return [...byKey].flatMap(([key, [first, ...others]]): ProposedNumber[] => {
    if (!first) {
      return []
    }
    const known_variant_id = knownBy.get(key) ?? null
    if (others.some(({ variant_id }) => variant_id !== first.variant_id)) {
      return [{ ...first, status: "ambiguous", known_variant_id }]
    }
    if (!knownBy.has(key)) {
      return [{ ...first, status: "new", known_variant_id: null }]
    }
    return known_variant_id === first.variant_id ? [] : [{ ...first, status: "differs", known_variant_id }]
  })
}
