import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A property that entries may be narrowed by, as a facet tells it. */
export interface IndexedProperty {
  key: number
  id: string
  kind: "brand" | "label" | "property"
  name: string
  title_ru: string | null
  title_en: string | null
  unit: string | null
  position: number | null
  is_number: boolean
  /** Whether it is proposed at all; it can be chosen from in any case. */
  is_told: boolean
}

/** A value of such a property. */
export interface IndexedValue {
  key: number
  value: string
  /** Its number as an exact decimal; null = it is none. */
  number: string | null
  /** Its place among all numbers, the smallest first. */
  rank: number
  /** Place of its property in {@link FacetIndex.properties}. */
  property: number
}

/**
 * `catalog_facts` as numbers side by side: the values of entry `i` are `values[offsets[i]]` to `values[offsets[i + 1] - 1]`, each a place in `meanings`. Of 100,000
 * entries with twenty values each it takes some ten megabytes, and to count all of them a hundredth of a second.
 */
export interface FacetIndex {
  /** {@link CATALOG_VERSION} as of which it is. */
  version: string
  /** Ascending. */
  entryKeys: Int32Array
  offsets: Int32Array
  values: Int32Array
  properties: readonly IndexedProperty[]
  /** By their keys, ascending. */
  meanings: readonly IndexedValue[]
  meaningKeys: Int32Array
  /** Of each meaning, its place in `properties`. */
  propertyOf: Int32Array
}

/**
 * SQL: another text whenever the catalogue, or how its properties are shown, has changed. What is noted later has a higher number than what is forgotten, so that as many notes with the
 * same sum are the same notes.
 */
export const CATALOG_VERSION = `(select count(*) || ' ' || coalesce(sum(id), 0) || ' ' || coalesce(max(at)::text, '') from catalog_change)`

/** Entries that are read at once: a larger portion would keep other requests waiting. */
const PORTION = 5_000

const PROPERTIES = `
  select key, id, kind, name, title_ru, title_en, coalesce(unit, proposed_unit) as unit, position, is_number,
    coalesce(is_facet, proposed_facet, false) as is_told
  from catalog_property order by key`

const VALUES = `
  select v.key, v.value, trim_scale(v.number)::text as number, (rank() over (order by v.number nulls last))::int as rank, v.property_key
  from catalog_value v order by v.key`

/** Entries of which nothing is said are found as well. As PostgreSQL itself sends arrays: a tenth of the time that writing and reading them as text takes. */
const FACTS = `
  select array_send(array_agg(entry_key order by entry_key)) as entry_keys, string_agg(array_send(value_keys), '' order by entry_key) as value_keys
  from (
    select entry_key, value_keys from catalog_facts where entry_key > cast(? as int) order by entry_key limit ${PORTION}
  ) portion`

/** Reads all of it, as of one moment. */
export async function readFacetIndex(db: Knex): Promise<FacetIndex> {
  return db.transaction(
    async (trx) => {
      const version = await rowsOf<{ version: string }>(trx, `select ${CATALOG_VERSION} as version`)
      const properties = await rowsOf<IndexedProperty>(trx, PROPERTIES)
      const placeOf = new Map(properties.map(({ key }, place) => [key, place]))
      const values = await rowsOf<Omit<IndexedValue, "property"> & { property_key: number }>(trx, VALUES)
      const meanings = values.flatMap(({ property_key, ...value }) => {
        const property = placeOf.get(property_key)
        return property === undefined ? [] : [{ ...value, property }]
      })
      const meaningKeys = Int32Array.from(meanings, ({ key }) => key)
      const propertyOf = Int32Array.from(meanings, ({ property }) => property)
      const facts = await readFacts(trx, meaningKeys)
      return { version: version[0]?.version ?? "", properties, meanings, meaningKeys, propertyOf, ...facts }
    },
    { isolationLevel: "repeatable read", readOnly: true }
  )
}

async function readFacts(trx: Knex, meaningKeys: Int32Array): Promise<Pick<FacetIndex, "entryKeys" | "offsets" | "values">> {
  const entryKeys: number[] = []
  const offsets = [0]
  const values: number[] = []
  for (let after = 0; ; after = entryKeys.at(-1) ?? 0) {
    const [portion] = await rowsOf<{ entry_keys: Buffer | null; value_keys: Buffer | null }>(trx, FACTS, [after])
    if (!portion?.entry_keys || !portion.value_keys) {
      return { entryKeys: new Int32Array(entryKeys), offsets: new Int32Array(offsets), values: new Int32Array(values) }
    }
    let at = 0
    for (const entryKey of sentArray(portion.entry_keys, 0).keys) {
      const { keys, end } = sentArray(portion.value_keys, at)
      for (const key of keys) {
        const place = placeIn(meaningKeys, key)
        if (place >= 0) {
          values.push(place)
        }
      }
      at = end
      entryKeys.push(entryKey)
      offsets.push(values.length)
    }
  }
}

/** An array of numbers without null as `array_send` writes it: dimensions, whether it has nulls, type, length and lower bound, then each number with its length. */
export function sentArray(bytes: Buffer, at: number): { keys: Int32Array; end: number } {
  const isEmpty = bytes.readInt32BE(at) === 0
  const length = isEmpty ? 0 : bytes.readInt32BE(at + 12)
  const first = at + (isEmpty ? 12 : 20)
  const keys = new Int32Array(length)
  for (let place = 0; place < length; place++) {
    keys[place] = bytes.readInt32BE(first + place * 8 + 4)
  }
  return { keys, end: first + length * 8 }
}

/** Place of a number among ascending ones; negative = it is none of them. */
export function placeIn(sorted: Int32Array, sought: number): number {
  let from = 0
  let to = sorted.length - 1
  while (from <= to) {
    const middle = (from + to) >> 1
    const found = sorted[middle] ?? 0
    if (found === sought) {
      return middle
    }
    if (found < sought) {
      from = middle + 1
    } else {
      to = middle - 1
    }
  }
  return -1
}

async function rowsOf<Row>(db: Knex, text: string, bindings: readonly number[] = []): Promise<Row[]> {
  return (await db.raw<{ rows: Row[] }>(text, [...bindings])).rows
}
