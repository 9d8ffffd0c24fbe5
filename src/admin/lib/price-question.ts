/** Whose price of what is asked for: as it stands in the address of the screen, so that other screens can link to it. */
export interface PriceQuestion {
  client: string
  contract: string
  variant: string
  quantity: string
  /** YYYY-MM-DD; empty = today. */
  day: string
}

/** The address of the screen with what is known already. */
export function whyPath(known: Partial<PriceQuestion> & { product?: string }): string {
  return `/price-explanation?${new URLSearchParams(Object.entries(known).filter(([, value]) => value !== "")).toString()}`
}
