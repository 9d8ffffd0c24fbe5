import type { Assortment } from "@kontor/framework"

/** SQL that takes `:assortment_key` where there is an assortment; null = the whole catalogue is seen. */
export type Sight = Assortment | null

/** Part of the name of a prepared statement: its text is another for each way to see. */
export const sightName = (sight: Sight): string => (sight === null ? "" : `-${sight.lists}`)

/** What {@link isVisible} and {@link visibleTotal} take. */
export const sightBindings = (sight: Sight): Record<string, number> => (sight === null ? {} : { assortment_key: sight.key })

/**
 * SQL: whether the dealer sees an entry, by its key. Every way by which goods come to a dealer has it in its conditions; where it does not hold,
 * the entry does not exist for him. A scalar subquery, which is never made a join: an entry is looked up when it is met, so that a walk along a
 * sort index stays one.
 */
export function isVisible(sight: Sight, entryKey = "e.key", assortmentKey = ":assortment_key"): string {
  if (sight === null) {
    return "true"
  }
  const listed = `(select true from assortment_entry where assortment_key = ${assortmentKey} and entry_key = ${entryKey})`
  return `${listed} is ${sight.lists === "shown" ? "not null" : "null"}`
}

/**
 * The same where thousands of entries may be met: the list is hashed at the first of them, which takes as long as to look up some hundreds.
 * `is true` keeps it from being made a join.
 */
export function isVisibleAmongMany(sight: Sight, entryKey = "e.key"): string {
  if (sight === null) {
    return "true"
  }
  const list = `(select entry_key from assortment_entry where assortment_key = :assortment_key)`
  return sight.lists === "shown" ? `(${entryKey} in ${list}) is true` : `${entryKey} not in ${list}`
}

/** So many entries are looked up in the time in which a list that is so many times as long is read and hashed. */
const LOOKED_UP_FOR = 9

/**
 * Either of the two, decided by SQL when the statement runs: to hash tens of thousands of entries takes longer than all the rest of a page that meets some hundreds.
 *
 * @param met SQL: about how many entries are met
 */
export const isVisibleAmong = (sight: Sight, met: string): string =>
  sight === null
    ? "true"
    : `case when ${met} > ${listedExceptions("0")} / ${LOOKED_UP_FOR} then ${isVisibleAmongMany(sight)} else ${isVisible(sight)} end`

/** SQL: listed entries of a category that the assortment lists. */
const listedExceptions = (categoryKey: string): string => `(
    select coalesce(sum(t.entries), 0) from assortment_total t where t.assortment_key = :assortment_key and t.category_key = ${categoryKey}
  )`

/** SQL: how many listed entries of a category the dealer sees, all below it included; 0 is the whole catalogue. Exact, without counting. */
export function visibleTotal(sight: Sight, categoryKey: string): string {
  const all = `(select coalesce(sum(t.entries), 0) from catalog_total t where t.category_key = ${categoryKey})`
  if (sight === null) {
    return `${all}::int`
  }
  const listed = listedExceptions(categoryKey)
  return sight.lists === "shown" ? `${listed}::int` : `(${all} - ${listed})::int`
}
