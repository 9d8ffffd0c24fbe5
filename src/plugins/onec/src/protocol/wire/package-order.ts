/**
 * Order in which packages that nobody asked to import are taken: what others refer to comes first. Names are those of both clients:
 * "import0_1.xml", "goods_1_2_<uuid>.xml", "prices___<uuid>.xml".
 */
const RANKS: [RegExp, number][] = [
  [/^(units|groups|properties|references|storages|pricelists|classifier)/i, 0],
  [/^partners/i, 1],
  [/^contragents/i, 1],
  [/^(import|goods)/i, 2],
  [/^offers/i, 3],
  [/^prices/i, 4],
  [/^rests/i, 5],
  [/^supplies/i, 5],
  [/^cards/i, 5],
  [/^(orders|documents)/i, 6],
]
const UNKNOWN_RANK = 3

/** A file waiting to be imported. */
export interface WaitingPackage {
  name: string
  delivered_at: Date
}

/** Sorts by what refers to what; within one kind by delivery, and then by the numbers in the name. */
export function inImportOrder<Package extends WaitingPackage>(packages: Package[]): Package[] {
  return [...packages].sort(
    (a, b) =>
      rankOf(a.name) - rankOf(b.name) ||
      a.delivered_at.getTime() - b.delivered_at.getTime() ||
      a.name.localeCompare(b.name, "en", { numeric: true })
  )
}

function rankOf(name: string): number {
  const base = name.slice(name.lastIndexOf("/") + 1)
  return RANKS.find(([pattern]) => pattern.test(base))?.[1] ?? UNKNOWN_RANK
}
