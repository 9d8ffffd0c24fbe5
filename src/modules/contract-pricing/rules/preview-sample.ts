/** Contracts whose prices a preview compares, and products under each: as much as somebody waits for at a screen. */
export const PREVIEW_CONTRACTS_MAX = 40
export const PREVIEW_PRICES_MAX = 20_000

export interface PreviewSample<Contract> {
  contracts: Contract[]
  entry_keys: number[]
  /** Nothing was left out. */
  is_whole: boolean
}

/** What of all touched contracts and products is compared: everything, or some of each from one end to the other. */
export function previewSample<Contract>(contracts: readonly Contract[], entryKeys: readonly number[]): PreviewSample<Contract> {
  const chosen = spread(contracts, PREVIEW_CONTRACTS_MAX)
  const entry_keys = spread(entryKeys, Math.floor(PREVIEW_PRICES_MAX / Math.max(1, chosen.length)))
  return { contracts: chosen, entry_keys, is_whole: chosen.length === contracts.length && entry_keys.length === entryKeys.length }
}

/** So many of the list at equal distances; all where there are no more. */
function spread<Item>(items: readonly Item[], count: number): Item[] {
  return items.length <= count
    ? [...items]
    : items.filter((_, index) => Math.floor((index * count) / items.length) !== Math.floor(((index - 1) * count) / items.length))
}
