import type { LabelColour } from "../../modules/catalog/rules/label-rule"

/** A label as dealers see it. */
export interface EntryLabel {
  /** The word that filters know it by. */
  code: string
  name_ru: string
  name_en: string
  colour: LabelColour
}

/** By the keys of their values, in their order; null = no goods have any. */
export type WrittenLabels = [value_key: number, code: string, name_ru: string, name_en: string, colour: LabelColour][] | null

/** CTE `shown_label`: one row, the labels that goods may bear and the keys of these facts; nulls where there are none. */
export const SHOWN_LABELS = `
  shown_label as materialized (
    select array_agg(v.key) as keys, json_agg(json_build_array(v.key, l.code, l.name_ru, l.name_en, l.colour) order by l.position, l.code) as list
    from label l join catalog_value v on v.property_key = (select key from catalog_property where id = 'label') and v.value = l.code
  )`

/** {@link WrittenLabels} of {@link SHOWN_LABELS}. */
export const LABEL_LIST = `(select list from shown_label)`

/** SQL: keys of the labels among the facts of an entry, null = none. Nothing is looked up where no goods bear labels. */
export const labelsOf = (entryKey: string): string => `
    case when (select keys from shown_label) is not null then (
      select array_agg(fact.key) from catalog_facts f cross join unnest(f.value_keys) as fact (key)
      where f.entry_key = ${entryKey} and fact.key = any ((select keys from shown_label)::int[])
    ) end`

const NONE: EntryLabel[] = []

/** Labels by the keys of their facts; made once for an answer. */
export function labelReader(written: WrittenLabels): (keys: readonly number[] | null) => EntryLabel[] {
  const labels = (written ?? []).map(([key, code, name_ru, name_en, colour]) => ({ key, label: { code, name_ru, name_en, colour } }))
  return (keys) => (keys === null ? NONE : labels.filter(({ key }) => keys.includes(key)).map(({ label }) => label))
}
