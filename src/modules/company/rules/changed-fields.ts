/** The fields of a change that differ from what stands, as they were and as they become. Fields that were not given are no change. */
export function changedFields<Change extends object>(stored: object, change: Change): { before: Partial<Change>; after: Partial<Change> } {
  const standing = new Map(Object.entries(stored))
  const changed = Object.entries(change).filter(([field, value]) => value !== undefined && standing.get(field) !== value)
  return {
    before: Object.fromEntries(changed.map(([field]) => [field, standing.get(field) ?? null])) as Partial<Change>,
    after: Object.fromEntries(changed) as Partial<Change>,
  }
}
