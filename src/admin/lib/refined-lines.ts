import type { KeptStep, OrderPriceLine } from "./price-types"

/** What the word of 1C had to say of an order when it was placed. */
export interface RefinedLines {
  lines: number
  /** Of them those that it gave another price than our own. */
  changed: number
  /** ISO 8601 */
  at: string | null
  document: string | null
}

/** How many lines of an order have the price that 1C told of the formed cart; null = none. */
export function refinedLines(lines: readonly OrderPriceLine[]): RefinedLines | null {
  const endings = lines.flatMap(({ explanation }): { refined: KeptStep; ours: KeptStep | undefined }[] => {
    const [ours, refined] = explanation?.steps.slice(-2) ?? []
    return refined?.code === "refined_at_erp" ? [{ refined, ours }] : []
  })
  const [first] = endings
  return first
    ? {
        lines: endings.length,
        changed: endings.filter(({ refined, ours }) => refined.amount !== ours?.amount).length,
        at: first.refined.refined_at ?? null,
        document: first.refined.document ?? null,
      }
    : null
}
