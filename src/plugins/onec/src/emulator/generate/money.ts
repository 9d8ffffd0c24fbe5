/** Amounts are whole kopecks inside the emulator, so that nothing is ever rounded by accident. */

/** 129990 → "1299.9", 5000 → "50": as 1C writes numbers, with a dot and no closing zeros. */
export function kopecksToText(kopecks: number): string {
  const roubles = Math.floor(kopecks / 100)
  const rest = kopecks % 100
  if (rest === 0) {
    return String(roubles)
  }
  return rest % 10 === 0 ? `${roubles}.${rest / 10}` : `${roubles}.${rest < 10 ? "0" : ""}${rest}`
}

/**
 * The nearest price that a seller would print: from 1,000 roubles on it ends in 90 roubles' nine ("1290", "4590"), from 100 roubles on
 * in whole roubles ending in nine, below that in ten kopecks.
 */
export function shelfPrice(kopecks: number): number {
  if (kopecks >= 100_000) {
    return Math.max(1, Math.round((kopecks + 1_000) / 10_000)) * 10_000 - 1_000
  }
  if (kopecks >= 10_000) {
    return Math.max(1, Math.round((kopecks + 100) / 1_000)) * 1_000 - 100
  }
  return Math.max(10, Math.round(kopecks / 10) * 10)
}

/** `kopecks` × `basisPoints` / 10,000, in tens of kopecks above 100 roubles and in single kopecks below. Never less than one kopeck. */
export function shareOfPrice(kopecks: number, basisPoints: number): number {
  const exact = (kopecks * basisPoints) / 10_000
  return exact >= 10_000 ? Math.round(exact / 10) * 10 : Math.max(1, Math.round(exact))
}
