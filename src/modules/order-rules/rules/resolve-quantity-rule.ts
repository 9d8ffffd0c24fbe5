import { convertUnit } from "./convert-unit"

/** Quantities that a rule speaks of; null = it says nothing of that. Canonical decimals. */
export interface QuantityFields {
  multiplicity: string | null
  minimum: string | null
  maximum: string | null
}

/** An order rule that a contract is in the scope of. */
export interface ScopedOrderRule extends QuantityFields {
  id: string
  /** What it aims at; both null = everything. */
  entry_key: number | null
  category_key: number | null
  /** The sales unit that its quantities are in, by code; null = base units. */
  unit_code: string | null
  /** Whether it comes before what the product itself says. */
  is_nearer_than_own: boolean
}

/** What rules meet in an entry. */
export interface RuledEntry {
  entry_key: number
  /** Categories it lies in, with all above them. */
  category_keys: readonly number[]
  /** None = it is sold by the base unit alone. */
  units: readonly { code: string; coefficient: string }[]
  /** What the product itself says, in base units. */
  own: { multiplicity: string; minimum: string; maximum: string | null }
}

/** What holds for an entry, in base units. */
export interface HoldingQuantityRule {
  multiplicity: string
  minimum: string
  maximum: string | null
}

interface RankedRule extends ScopedOrderRule {
  rank: number
}

/** What a product says that says nothing. */
const UNSAID = { multiplicity: "1", minimum: "0" }
const PIECE = "796"

/**
 * Decides how much of an entry may be ordered: each of multiplicity, minimum and maximum by the nearest rule that speaks of it. The order of
 * nearness is written down in the README of the module.
 *
 * @param rules those that the contract is in the scope of, the nearest first; filed once for any number of entries
 */
export function quantityResolver(rules: readonly ScopedOrderRule[]): (entry: RuledEntry) => HoldingQuantityRule {
  const byEntry = new Map<number, RankedRule[]>()
  const byCategory = new Map<number, RankedRule[]>()
  const ofEverything: RankedRule[] = []
  for (const [rank, rule] of rules.entries()) {
    if (rule.entry_key !== null) {
      file(byEntry, rule.entry_key, { ...rule, rank })
    } else if (rule.category_key !== null) {
      file(byCategory, rule.category_key, { ...rule, rank })
    } else {
      ofEverything.push({ ...rule, rank })
    }
  }
  return (entry) => {
    const aimed = [
      ...(byEntry.get(entry.entry_key) ?? []),
      ...entry.category_keys.flatMap((key) => byCategory.get(key) ?? []),
      ...ofEverything,
    ]
    return aimed.length === 0 ? { ...entry.own } : nearest(aimed, entry)
  }
}

function file<Key>(files: Map<Key, RankedRule[]>, key: Key, rule: RankedRule): void {
  const found = files.get(key)
  if (found) {
    found.push(rule)
  } else {
    files.set(key, [rule])
  }
}

function nearest(aimed: RankedRule[], entry: RuledEntry): HoldingQuantityRule {
  aimed.sort((a, b) => a.rank - b.rank)
  const held: QuantityFields = { multiplicity: null, minimum: null, maximum: null }
  const inBaseUnits = aimed.flatMap((rule) => {
    const coefficient = coefficientOf(rule.unit_code, entry.units)
    return coefficient === null ? [] : [{ rule, fields: converted(rule, coefficient) }]
  })
  const own = saidBy(entry.own)
  const said = [
    ...inBaseUnits.flatMap(({ rule, fields }) => (rule.is_nearer_than_own ? [fields] : [])),
    own,
    ...inBaseUnits.flatMap(({ rule, fields }) => (rule.is_nearer_than_own ? [] : [fields])),
  ]
  for (const { multiplicity, minimum, maximum } of said) {
    held.multiplicity ??= multiplicity
    held.minimum ??= minimum
    held.maximum ??= maximum
  }
  return {
    multiplicity: held.multiplicity ?? UNSAID.multiplicity,
    minimum: held.minimum ?? UNSAID.minimum,
    maximum: held.maximum,
  }
}

/** A product without a word on a field has the value that means nothing. */
function saidBy({ multiplicity, minimum, maximum }: RuledEntry["own"]): QuantityFields {
  return {
    multiplicity: multiplicity === UNSAID.multiplicity ? null : multiplicity,
    minimum: minimum === UNSAID.minimum ? null : minimum,
    maximum,
  }
}

/** Null where the entry is not sold by the unit: the rule is not about it. */
function coefficientOf(code: string | null, units: RuledEntry["units"]): string | null {
  if (code === null) {
    return "1"
  }
  return units.length === 0 && code === PIECE ? "1" : (units.find((unit) => unit.code === code)?.coefficient ?? null)
}

function converted({ multiplicity, minimum, maximum }: QuantityFields, coefficient: string): QuantityFields {
  const inBase = (quantity: string | null) => (quantity === null || coefficient === "1" ? quantity : convertUnit(quantity, coefficient))
  return { multiplicity: inBase(multiplicity), minimum: inBase(minimum), maximum: inBase(maximum) }
}
