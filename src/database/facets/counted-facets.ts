import { logger } from "@medusajs/framework/logger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import { catalogFacets, type FacetQuery, type FoundFacets, wholeCatalogue } from "../queries/catalog-facets"
import { type Matching, matchingEntries } from "../queries/matching-entries"
import { type Sight, sightName } from "../queries/visible-entries"
import { CHOICES_MAX, countFacets, type MatchingEntries } from "./count-facets"
import { CATALOG_VERSION, type FacetIndex, readFacetIndex, sentArray } from "./facet-index"

/** Of fewer entries PostgreSQL counts as fast as they can be looked up here. */
const INDEXED_FROM = 10_000
/** An index is read again after so many times the time that it took: changes that come without a pause cost a twentieth of a processor at most. */
const REST_OF_READING = 20
const SHORTEST_READING_MS = 100

let index: FacetIndex | null = null
let reading: Promise<void> | null = null
let restsUntil = 0

/**
 * The same as {@link catalogFacets}, which PostgreSQL counts. Where the process has read the facts of a large catalogue as they are now, PostgreSQL finds the entries alone, by the same
 * conditions, and they are counted here: taking the values of thousands of entries apart is what takes its time. Otherwise PostgreSQL counts this once, and the facts are
 * read besides.
 */
export async function countedFacets(db: Knex, query: FacetQuery): Promise<FoundFacets | null> {
  const known = index
  if (known === null || query.chosen.length > CHOICES_MAX) {
    void readInTime(db)
    return catalogFacets(db, query)
  }
  const found = await findMatching(db, query)
  if (found.version !== known.version) {
    void readInTime(db)
    return catalogFacets(db, query)
  }
  return found.is_there ? countFacets(known, found, query.chosen) : null
}

/** Reads the index if it is time and the catalogue is large; whoever waits for nothing else may wait for this. A failure is told, and leaves the counting to PostgreSQL. */
export function readInTime(db: Knex, indexedFrom = INDEXED_FROM): Promise<void> {
  if (reading === null && performance.now() >= restsUntil) {
    reading = readIndex(db, indexedFrom)
      .catch((error: unknown) =>
        logger.warn(`The facts of the catalogue were not read: ${error instanceof Error ? error.message : String(error)}`)
      )
      .finally(() => (reading = null))
  }
  return reading ?? Promise.resolve()
}

/** For tests: what a process knows that has just started. */
export function forgetIndex(): void {
  index = null
  restsUntil = 0
}

const SIZE = `select coalesce(sum(entries), 0)::int as entries from catalog_total where category_key = 0`

async function readIndex(db: Knex, indexedFrom: number): Promise<void> {
  const began = performance.now()
  try {
    const { rows } = await db.raw<{ rows: { entries: number }[] }>(SIZE)
    index = (rows[0]?.entries ?? 0) >= indexedFrom ? await readFacetIndex(db) : null
  } finally {
    restsUntil = performance.now() + REST_OF_READING * Math.max(performance.now() - began, SHORTEST_READING_MS)
  }
}

interface Found extends MatchingEntries {
  version: string
  is_there: boolean
}

/** All that match apart from what is chosen, and as of which version of the catalogue. */
async function findMatching(db: Knex, { chosen: _, ...filter }: FacetQuery): Promise<Found> {
  const matching = matchingEntries(filter)
  const isWhole = wholeCatalogue(filter)
  const text = `
    with sought as materialized (${matching.sought([])})
    select ${CATALOG_VERSION} as version, ${matching.isThere} as is_there, ${isWhole ? listedKeys(filter.sight) : keysOf(matching)} as keys`
  const name = matching.shape && `entries-of-facets-${isWhole ? "whole" : matching.shape}${sightName(filter.sight)}`
  const [row] = await prepared<FoundRow>(db, name, text, matching.bindings)
  const { version = "", is_there = false, keys = null } = row ?? {}
  return { version, is_there, keys: keys && sentArray(keys, 0).keys, isOthers: isWhole && filter.sight?.lists !== "shown" }
}

interface FoundRow {
  version: string
  is_there: boolean
  keys: Buffer | null
}

const keysOf = ({ entries }: Matching): string => `array_send(array(select found.key from (${entries("e.key")}) found))`

/** Of the whole catalogue what an assortment lists: what is seen, or what is not. */
const listedKeys = (sight: Sight): string =>
  sight === null ? "null::bytea" : "array_send(array(select entry_key from assortment_entry where assortment_key = :assortment_key))"
