/**
 * SQL: whether entry `e` lies in a category as rules mean it: in one that is switched off too, whose key it has as a negative one. Dealers find it by
 * positive keys alone.
 */
export const liesIn = (categoryKey: string): string => `e.category_keys && array[${categoryKey}, -${categoryKey}]`

/** Keys of all categories that an entry lies in, those that are switched off too. */
export const placesOf = (categoryKeys: readonly number[]): number[] => categoryKeys.map(Math.abs)
