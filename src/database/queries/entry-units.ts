/** A unit that an entry is sold by; `coefficient` is how many base units it is, an exact decimal. */
export interface SoldUnit {
  code: string
  name: string
  coefficient: string
  is_base: boolean
}

/** Null = all of the entries are sold by the piece. */
export type WrittenUnits = [entry_key: number, code: string, name: string, coefficient: string, is_base: boolean][] | null

/** {@link WrittenUnits} of entries, the base unit of each first. */
export const unitsOf = (entryKeys: string) => `
  select json_agg(json_build_array(u.entry_key, u.code, u.name, trim_scale(u.coefficient)::text, u.is_base) order by u.is_base desc, u.coefficient, u.code)
  from sales_unit u where u.entry_key = any (${entryKeys})`

/** An entry without units of its own is sold by the piece. */
const PIECES: readonly SoldUnit[] = [{ code: "796", name: "шт", coefficient: "1", is_base: true }]

/** Reads {@link unitsOf}: the units of an entry; made once for an answer. */
export function unitReader(written: WrittenUnits): (entryKey: number) => readonly SoldUnit[] {
  const unitsByEntry = new Map<number, SoldUnit[]>()
  for (const [entryKey, code, name, coefficient, is_base] of written ?? []) {
    const units = unitsByEntry.get(entryKey) ?? []
    unitsByEntry.set(entryKey, units)
    units.push({ code, name, coefficient, is_base })
  }
  return (entryKey) => unitsByEntry.get(entryKey) ?? PIECES
}
