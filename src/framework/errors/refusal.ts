/**
 * A reason why something cannot be done that a person can act on. Refusals are data, not exceptions: all of them are reported at
 * once, each with a machine code and the thing it is about.
 */
export interface Refusal {
  /** Machine code, stable, e.g. "quantity_not_multiple". */
  code: string
  /** One sentence for a person, in English; clients translate by code. */
  message: string
  /** What it is about: article, variant id, contract id, row number … */
  subject: string | null
  /** Facts for the client's own wording, e.g. the nearest valid quantities. */
  details?: Record<string, unknown>
}
