export interface ProductPosition {
  product_id: string
  /** The staff's; null: it has given none. */
  position: number | null
  erp_position: number | null
}

/** As many digits as a sort number has. */
export const POSITION_DIGITS = 9

/** What is sent; null while what is typed is no sort number. An empty field leaves it to 1C. */
export function positionBody(typed: string, former: number | null): { position: number | null; former: number | null } | null {
  const text = typed.trim()
  if (text === "") {
    return { position: null, former }
  }
  return /^\d+$/.test(text) && text.length <= POSITION_DIGITS ? { position: Number(text), former } : null
}
