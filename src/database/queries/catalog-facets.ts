import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { prepared } from "../prepared"
import type { ChosenProperty } from "./chosen-properties"
import { type EntryFilter, hasChosen, isSearch, type Matching, matchingEntries, SOUGHT } from "./matching-entries"
import { isVisibleAmongMany, type Sight, sightName } from "./visible-entries"

/** Properties that are told, those that are chosen from included, and values of each. */
export const FACETS_MAX = 30
export const VALUES_MAX = 50

export interface FacetValue {
  value: string
  /** Entries that would be found if it were chosen as well, whatever else is chosen of its own property. */
  count: number
  is_chosen: boolean
}

/** A property that the entries found may be narrowed by. */
export interface Facet {
  id: string
  kind: "brand" | "label" | "property"
  name: string
  title_ru: string | null
  title_en: string | null
  unit: string | null
  /** The most frequent ones and what is chosen; null = it is narrowed by a range. */
  values: FacetValue[] | null
  /** Smallest and largest value, exact decimals; null = it is no number. */
  range: { min: string; max: string } | null
}

export interface FoundFacets {
  facets: Facet[]
  /** Whether any entry matches; one alone leaves nothing to narrow. */
  is_found: boolean
}

export interface FacetQuery extends Omit<EntryFilter, "chosen"> {
  chosen: readonly ChosenProperty[]
}

/**
 * Facets of the entries that match; null = dealers see no such category. Disjunctive: values of a property are counted as if nothing were chosen of
 * it, so an entry counts as long as it misses one of the choices at most.
 */
export async function catalogFacets(db: Knex, { chosen, ...filter }: FacetQuery): Promise<FoundFacets | null> {
  const matching = matchingEntries(filter)
  const { sight } = filter
  const isWhole = wholeCatalogue(filter)
  const text = facetsOf(matching, chosen, isWhole ? sight : undefined)
  const bindings = {
    ...matching.bindings,
    chosen_properties: `{${chosen.map(({ property_key }) => property_key).join(",")}}`,
    ...Object.fromEntries(chosen.map(({ value_keys }, index) => [`chosen_${index}`, `{${value_keys.join(",")}}`])),
  }
  const isShort = matching.shape !== null && chosen.length <= CHOSEN_OF_PREPARED
  const wide = chosen.map(({ value_keys }) => (value_keys.length > COMPARED_MAX ? "wide" : "")).join("-")
  const name = isShort ? `facets-${isWhole ? "whole" : matching.shape}-${chosen.length}-${wide}${sightName(sight)}` : null
  const [row] = await prepared<FacetsRow>(db, name, text, bindings)
  const { is_there = false, is_found = false, facets = null } = row ?? {}
  return is_there ? { facets: facets ?? [], is_found } : null
}

interface FacetsRow {
  is_there: boolean
  is_found: boolean
  facets: Facet[] | null
}

const CHOSEN_OF_PREPARED = 2

/** Nothing but what has been chosen of properties restricts: the narrow table says it all. */
export const wholeCatalogue = ({ q, category_id, in_stock, among = [], named_keys = [] }: Omit<EntryFilter, "chosen">): boolean =>
  category_id === null && in_stock === undefined && among.length === 0 && named_keys.length === 0 && !isSearch(q)

/** Chosen values up to this number are sought in the values of each entry; of more of them, as a wide range has, the entries are looked up first. */
const COMPARED_MAX = 100

/** SQL: whether an entry `f` has none of the values chosen of a property. */
const misses = ({ value_keys }: ChosenProperty, index: number, isWhole = false): string =>
  !isWhole && value_keys.length <= COMPARED_MAX
    ? `not f.value_keys && ${SOUGHT(`chosen_${index}`, "int[]")}`
    : `f.entry_key not in (${hasChosen(index)})`

/** How many choices an entry misses, and the number of the one if it is only one. */
function missed(chosen: readonly ChosenProperty[], isWhole: boolean): string {
  const each = chosen.map((property, index) => `(${misses(property, index, isWhole)})::int`)
  const which = each.map((miss, index) => `${miss} * ${index + 1}`)
  return each.length === 0 ? NONE_MISSED : `${each.join(" + ")} as misses, ${which.join(" + ")} as which`
}

const NONE_MISSED = "0 as misses, 0 as which"

const CHOSEN_PROPERTIES = SOUGHT("chosen_properties", "int[]")

/**
 * Values of the property that an entry alone misses. A case, lest the sets of values become joins: as such, the property of each value of each entry
 * would be looked up. They are hashed once.
 */
const missedByEntry = (chosen: readonly ChosenProperty[]): string => `
      select missing.key
      from (select unnest(m.value_keys) as key, m.which from matching m where m.misses = 1 offset 0) missing
      where case missing.which ${chosen
        .map(
          (_, index) =>
            `when ${index + 1} then missing.key in (select v.key from catalog_value v where v.property_key = (${CHOSEN_PROPERTIES})[${index + 1}])`
        )
        .join(" ")} end`

/** Where one property alone is chosen from, all entries miss it that have not its values: those need no gathering first. */
const missedByAll = (chosen: ChosenProperty, sight: Sight): string => `
      select v.key
      from catalog_value v cross join lateral (select * from catalog_facts where value_keys @> array[v.key] offset 0) f
      where v.property_key = (${CHOSEN_PROPERTIES})[1] and v.key <> all (${SOUGHT("chosen_0", "int[]")}) and ${misses(chosen, 0)}
        and ${isVisibleAmongMany(sight, "f.entry_key")}`

/** What is counted: entries that match with their misses, and besides their values those that would be found without a choice. */
interface Counted {
  matching: string
  besides: string
}

/**
 * Of the whole catalogue an entry that misses all choices is counted nowhere, unless there is only one: what has any of the chosen values is found
 * by its index.
 *
 * @param whole what is seen of the whole catalogue; undefined = of what matches
 */
function countedOf({ entries }: Matching, chosen: readonly ChosenProperty[], whole: Sight | undefined): Counted {
  const [only] = chosen
  if (whole === undefined) {
    const matching = `select f.entry_key, f.value_keys, ${missed(chosen, false)} from (${entries("e.key")}) e join catalog_facts f on f.entry_key = e.key`
    return { matching, besides: only ? missedByEntry(chosen) : "" }
  }
  const missesOf = chosen.length === 1 ? NONE_MISSED : missed(chosen, true)
  const any = chosen.map((_, index) => SOUGHT(`chosen_${index}`, "int[]")).join(" || ")
  const matching = `select f.entry_key, f.value_keys, ${missesOf} from catalog_facts f
    where ${isVisibleAmongMany(whole, "f.entry_key")} ${any && `and f.value_keys && (${any})`}`
  return { matching, besides: only === undefined ? "" : chosen.length === 1 ? missedByAll(only, whole) : missedByEntry(chosen) }
}

/** @param whole what is seen of the whole catalogue; undefined = of what matches */
function facetsOf(matching: Matching, chosen: readonly ChosenProperty[], whole: Sight | undefined): string {
  const isChosen = chosen.map((_, index) => `v.key = any (${SOUGHT(`chosen_${index}`, "int[]")})`).join(" or ") || "false"
  const counted = countedOf(matching, chosen, whole)
  return `
  with sought as materialized (${matching.sought([
    "cast(:chosen_properties as int[]) as chosen_properties",
    ...chosen.map((_, index) => `cast(:chosen_${index} as int[]) as chosen_${index}`),
  ])}),
  matching as materialized (${counted.matching}),
  counted as materialized (
    select named.key, count(*) as entries
    from (
      select unnest(m.value_keys) as key from matching m where m.misses = 0
      ${counted.besides && `union all ${counted.besides}`}
    ) named
    group by named.key
  ),
  told as materialized (
    select v.key, v.property_key, v.value, v.number, c.entries, ${isChosen} as is_chosen
    from counted c join catalog_value v on v.key = c.key
  ),
  shown as materialized (
    select p.*, t.min, t.max, t.entries, p.key = any (${CHOSEN_PROPERTIES}) as is_chosen
    from (
      select property_key, count(*) as size, min(number) as min, max(number) as max, sum(entries) as entries from told group by property_key
    ) t
    join catalog_property p on p.key = t.property_key and coalesce(p.is_facet, p.proposed_facet)
    where t.size > 1 or p.key = any (${CHOSEN_PROPERTIES})
    order by is_chosen desc, p.position nulls last, t.entries desc, p.key limit ${FACETS_MAX}
  ),
  placed as (
    select t.*, row_number() over (partition by t.property_key order by t.is_chosen desc, t.entries desc, t.key) as place
    from told t where t.property_key in (select key from shown where not is_number)
  ),
  listed as (
    select property_key, json_agg(json_build_object('value', value, 'count', entries, 'is_chosen', is_chosen) order by entries desc, key) as values
    from placed where place <= ${VALUES_MAX} group by property_key
  )
  select ${matching.isThere} as is_there, exists (select from matching where misses = 0) as is_found, (
    select json_agg(json_build_object(
        'id', p.id, 'kind', p.kind, 'name', p.name, 'title_ru', p.title_ru, 'title_en', p.title_en, 'unit', coalesce(p.unit, p.proposed_unit),
        'values', listed.values,
        'range', case when p.is_number then json_build_object('min', trim_scale(p.min)::text, 'max', trim_scale(p.max)::text) end
      ) order by p.position nulls last, p.entries desc, p.key)
    from shown p left join listed on listed.property_key = p.key
  ) as facets`
}
