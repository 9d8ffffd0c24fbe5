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

/** By the key of the entry, of those that bear any: keys of their labels. Null = none bears any. */
export type BorneLabels = Record<string, number[]> | null

/** SQL: {@link BorneLabels} of entries. Nothing is looked up where no goods bear labels. */
export const labelsOf = (entryKeys: string): string => `
    case when (select keys from shown_label) is not null then (
      select json_object_agg(f.entry_key, borne.keys) from catalog_facts f cross join lateral (
        select array_agg(fact.key) as keys from unnest(f.value_keys) as fact (key) where fact.key = any ((select keys from shown_label)::int[])
      ) borne
      where f.entry_key = any (${entryKeys}) and borne.keys is not null
    ) end`

const NONE: EntryLabel[] = []

/** Made once for an answer. */
export function labelReader(written: WrittenLabels, borne: BorneLabels): (entryKey: number) => EntryLabel[] {
  const labels = (written ?? []).map(([key, code, name_ru, name_en, colour]) => ({ key, label: { code, name_ru, name_en, colour } }))
  return (entryKey) => {
    const keys = borne?.[entryKey]
    return keys === undefined ? NONE : labels.filter(({ key }) => keys.includes(key)).map(({ label }) => label)
  }
}
