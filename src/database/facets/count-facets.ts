import type { ChosenProperty } from "../queries/chosen-properties"
import { FACETS_MAX, type Facet, type FacetValue, type FoundFacets, VALUES_MAX } from "../queries/catalog-facets"
import { type FacetIndex, type IndexedProperty, type IndexedValue, placeIn } from "./facet-index"

/** Choices are told apart by bits. */
export const CHOICES_MAX = 30

/** Which entries match apart from what is chosen. */
export interface MatchingEntries {
  /** Null = all. */
  keys: Int32Array | null
  /** Whether all others match, and these do not. */
  isOthers: boolean
}

/** The same as `catalogFacets`, counted over the index. */
export function countFacets(index: FacetIndex, matching: MatchingEntries, chosen: readonly ChosenProperty[]): FoundFacets {
  const places = placesOf(index.entryKeys, matching)
  const { counts, isFound } = countValues(index, places, chosen)
  return { is_found: isFound, facets: tellFacets(index, counts, chosen) }
}

/** Places of those entries that the index knows; null = all. */
function placesOf(entryKeys: Int32Array, { keys, isOthers }: MatchingEntries): Int32Array | null {
  if (keys === null) {
    return null
  }
  const named = new Uint8Array(entryKeys.length)
  for (const key of keys) {
    const place = placeIn(entryKeys, key)
    if (place >= 0) {
      named[place] = 1
    }
  }
  const sought = isOthers ? 0 : 1
  const places = new Int32Array(entryKeys.length)
  let length = 0
  for (let place = 0; place < named.length; place++) {
    if (named[place] === sought) {
      places[length++] = place
    }
  }
  return places.subarray(0, length)
}

/** Which choice a value is one of, and which choice is of the property of a value: a bit each, 0 = none. */
interface Bits {
  ofValue: Int32Array
  ofItsProperty: Int32Array
  all: number
}

function bitsOf({ meaningKeys, propertyOf, properties }: FacetIndex, chosen: readonly ChosenProperty[]): Bits {
  const ofValue = new Int32Array(meaningKeys.length)
  const ofProperty = new Int32Array(properties.length)
  chosen.forEach(({ value_keys, property_key }, choice) => {
    for (const key of value_keys) {
      const place = placeIn(meaningKeys, key)
      if (place >= 0) {
        ofValue[place] = 1 << choice
      }
    }
    const property = properties.findIndex(({ key }) => key === property_key)
    if (property >= 0) {
      ofProperty[property] = 1 << choice
    }
  })
  return { ofValue, ofItsProperty: propertyOf.map((property) => ofProperty[property] ?? 0), all: (1 << chosen.length) - 1 }
}

/** An entry counts with all its values where it misses no choice, and with those of the one property where it misses one alone. */
function countValues(
  index: FacetIndex,
  places: Int32Array | null,
  chosen: readonly ChosenProperty[]
): { counts: Int32Array; isFound: boolean } {
  const { offsets, values, entryKeys, meaningKeys } = index
  const { ofValue, ofItsProperty, all } = bitsOf(index, chosen)
  const counts = new Int32Array(meaningKeys.length)
  let isFound = false
  const size = places === null ? entryKeys.length : places.length
  for (let nth = 0; nth < size; nth++) {
    const entry = places === null ? nth : (places[nth] ?? 0)
    const from = offsets[entry] ?? 0
    const to = offsets[entry + 1] ?? 0
    let has = 0
    for (let at = from; all !== 0 && at < to; at++) {
      has |= ofValue[values[at] ?? 0] ?? 0
    }
    const missing = all & ~has
    isFound ||= missing === 0
    const isOneAtMost = (missing & (missing - 1)) === 0
    for (let at = from; isOneAtMost && at < to; at++) {
      const value = values[at] ?? 0
      if (missing === 0 || ofItsProperty[value] === missing) {
        counts[value] = (counts[value] ?? 0) + 1
      }
    }
  }
  return { counts, isFound }
}

interface Told {
  property: IndexedProperty
  isChosen: boolean
  values: { meaning: IndexedValue; entries: number }[]
  entries: number
}

function tellFacets({ meanings, properties }: FacetIndex, counts: Int32Array, chosen: readonly ChosenProperty[]): Facet[] {
  const chosenProperties = new Set(chosen.map(({ property_key }) => property_key))
  const told = properties.map((property): Told => ({ property, isChosen: chosenProperties.has(property.key), values: [], entries: 0 }))
  meanings.forEach((meaning, place) => {
    const entries = counts[place] ?? 0
    const of = told[meaning.property]
    if (entries > 0 && of) {
      of.values.push({ meaning, entries })
      of.entries += entries
    }
  })
  const byPosition = (a: Told, b: Told) =>
    (a.property.position ?? Number.POSITIVE_INFINITY) - (b.property.position ?? Number.POSITIVE_INFINITY) || 0
  const inOrder = (a: Told, b: Told) => byPosition(a, b) || b.entries - a.entries || a.property.key - b.property.key
  const chosenValues = new Set(chosen.flatMap(({ value_keys }) => value_keys))
  return told
    .filter(({ property, values, isChosen }) => property.is_told && (values.length > 1 || (isChosen && values.length > 0)))
    .sort((a, b) => Number(b.isChosen) - Number(a.isChosen) || inOrder(a, b))
    .slice(0, FACETS_MAX)
    .sort(inOrder)
    .map((each) => tellFacet(each, chosenValues))
}

function tellFacet({ property, values }: Told, chosenValues: ReadonlySet<number>): Facet {
  const { id, kind, name, title_ru, title_en, unit, is_number } = property
  return {
    id,
    kind,
    name,
    title_ru,
    title_en,
    unit,
    values: is_number ? null : toldValues(values, chosenValues),
    range: is_number ? rangeOf(values) : null,
  }
}

function toldValues(values: Told["values"], chosenValues: ReadonlySet<number>): FacetValue[] {
  type Value = Told["values"][number]
  const isChosen = ({ meaning }: Value) => chosenValues.has(meaning.key)
  const frequentFirst = (a: Value, b: Value) => b.entries - a.entries || a.meaning.key - b.meaning.key
  return [...values]
    .sort((a, b) => Number(isChosen(b)) - Number(isChosen(a)) || frequentFirst(a, b))
    .slice(0, VALUES_MAX)
    .sort(frequentFirst)
    .map((each) => ({ value: each.meaning.value, count: each.entries, is_chosen: isChosen(each) }))
}

function rangeOf(values: Told["values"]): { min: string; max: string } | null {
  const numbers = values
    .map(({ meaning }) => meaning)
    .filter(({ number }) => number !== null)
    .sort((a, b) => a.rank - b.rank)
  const [min, max] = [numbers[0]?.number ?? null, numbers.at(-1)?.number ?? null]
  return min === null || max === null ? null : { min, max }
}
