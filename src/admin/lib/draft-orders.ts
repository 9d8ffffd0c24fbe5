/** For whom, and under which contract, a draft order is made. */
export interface DraftContract {
  draft: {
    id: string
    is_open: boolean
    employee: { id: string; name: string; state: "active" | "blocked"; legal_entity_id: string | null } | null
    contract: {
      id: string
      number: string
      currency_code: string
      legal_entity: { id: string; name: string }
      refusal: { code: string; message: string } | null
    } | null
  }
}

/** The draft order that a screen of the dashboard shows; null on every other screen. */
export const shownDraft = (pathname: string): string | null => /\/draft-orders\/(order_[^/]+)/.exec(pathname)?.[1] ?? null
