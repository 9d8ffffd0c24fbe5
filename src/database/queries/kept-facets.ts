import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import { countedFacets } from "../facets/counted-facets"
import { CATALOG_VERSION } from "../facets/facet-index"
import type { FacetQuery, FoundFacets } from "./catalog-facets"
import { narrows } from "./matching-entries"

/** Places of the tree that are kept; each takes some ten kilobytes. */
const KEPT_MAX = 500

const kept = new Map<string, { version: string; found: FoundFacets }>()

const VERSION = `select ${CATALOG_VERSION} as version`

/**
 * The same as {@link countedFacets}. Those of a whole category are asked for far more often than the catalogue changes, and are the dearest: they are kept
 * in the process until it has changed; a category that is not there is not, since an empty one comes without such a change. What is seen of an assortment alone is counted each time: a rule that hides holds at once.
 */
export async function keptFacets(db: Knex, query: FacetQuery): Promise<FoundFacets | null> {
  if (query.sight !== null || query.chosen.length > 0 || narrows({ ...query, chosen: [] })) {
    return countedFacets(db, query)
  }
  const place = query.category_id ?? ""
  const [change] = await prepared<{ version: string }>(db, "catalog-version", VERSION, {})
  const version = change?.version ?? ""
  const known = kept.get(place)
  if (known?.version === version) {
    return known.found
  }
  const found = await countedFacets(db, query)
  kept.delete(place)
  if (found === null) {
    return null
  }
  const [oldest] = kept.keys()
  if (kept.size >= KEPT_MAX && oldest !== undefined) {
    kept.delete(oldest)
  }
  kept.set(place, { version, found })
  return found
}
