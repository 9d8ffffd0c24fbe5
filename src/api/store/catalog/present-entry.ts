/** The integer key is for the tables; outside, an entry is named by its variant. */
export function presentEntry<Entry extends { key: number }>({ key: _, ...entry }: Entry): Omit<Entry, "key"> {
  return entry
}
