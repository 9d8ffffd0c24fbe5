import { containing } from "./like"

/** SQL of a filter; or, where each value has SQL of its own, that of each value. */
type Condition = string | Record<string, string>

/**
 * Conditions of the filters that are given, and their bindings under their own names. `q` is looked for as a part of a text.
 *
 * @param conditions in SQL, by the name of the filter
 */
export function givenFilters<Filter extends { [Name in keyof Filter]?: string | undefined }>(
  filter: Filter,
  conditions: Record<keyof Filter, Condition>
): { conditions: string[]; bindings: Record<string, string> } {
  const given = (Object.keys(conditions) as (keyof Filter & string)[]).flatMap((name) => {
    const value: string | undefined = filter[name]
    return value === undefined ? [] : [{ name, value, condition: conditions[name] }]
  })
  return {
    conditions: given.map(({ condition, value }) => (typeof condition === "string" ? condition : (condition[value] ?? "false"))),
    bindings: Object.fromEntries(given.map(({ name, value }) => [name, name === "q" ? containing(value) : value])),
  }
}
