import type { NamedRow, Scope } from "./adjustment-types"

export const STARTS = ["placement", "state", "never"] as const
export type Starts = (typeof STARTS)[number]

/** Fields of a rule that hold states of 1C. */
export const STATE_FIELDS = ["start_states", "keep_states", "taken_states"] as const
type StateField = (typeof STATE_FIELDS)[number]

/** Fields of a rule that hold numbers. */
export const NUMBER_FIELDS = ["hours", "warn_hours", "renewals"] as const
type NumberField = (typeof NUMBER_FIELDS)[number]

/** A reservation rule as the screens read it; null = it says nothing of that. */
export interface ReservationRuleRow extends Record<StateField, string[] | null>, Record<NumberField, number | null> {
  id: string
  scope: { kind: Scope; id: string | null; name: string | null }
  starts: Starts | null
  updated_at: string
}

export interface ReservationRuleList {
  reservation_rules: ReservationRuleRow[]
  /** What 1C has said of orders. */
  erp_states: string[]
  count: number
}

/** How orders under a contract are reserved. */
export interface ReservationTerms extends Record<StateField, string[]>, Record<NumberField, number> {
  starts: Starts
}

interface Reach {
  contracts: number
  clients: number
}

/** What a rule would do to orders that come. */
export interface ReservationRulePreview {
  touched: Reach
  changed: Reach
  /** Orders of these that were placed before, which keep what held then. */
  standing_orders: number
  examples: {
    contract: { id: string; number: string; legal_entity: NamedRow }
    before: ReservationTerms
    after: ReservationTerms
    is_changed: boolean
  }[]
}

/** Fields in the order in which they are told. */
const TERM_FIELDS = ["starts", "start_states", "hours", "warn_hours", "renewals", "keep_states", "taken_states"] as const
export type TermField = (typeof TERM_FIELDS)[number]

/** What an example tells of each side: how long for how many, and whatever differs. */
export function termFieldsOf({ before, after }: Pick<ReservationRulePreview["examples"][number], "before" | "after">): TermField[] {
  const differs = (field: TermField) => JSON.stringify(before[field]) !== JSON.stringify(after[field])
  return TERM_FIELDS.filter((field) => field === "starts" || field === "hours" || differs(field))
}

/** How the goods of an order are held. */
export interface OrderReservationAnswer {
  reservation: {
    state: "none" | "waiting" | "held" | "expired" | "leaving" | "ended"
    reserved_until: string | null
    end_reason: "shipped" | "cancelled" | null
    renewals_left: number
  } | null
  lines: { id: string; article: string | null; title: string; quantity: string; reserved: string; waiting: string }[]
  changes: { at: string; kind: string; reserved_until: string | null }[]
}

/** A rule while it is being typed. */
export interface ReservationRuleForm extends Record<StateField, string>, Record<NumberField, string> {
  scopeKind: Scope
  scope: NamedRow | null
  /** Empty = the rule says nothing of it. */
  starts: Starts | ""
}

/** What lifts the states that a farther rule names. */
export const NO_STATES = "-"

/** What the form shows at first: nothing, or the rule that is changed. */
export function reservationFormOf(row: ReservationRuleRow | null): ReservationRuleForm {
  const scope = row?.scope
  const states = (said: string[] | null | undefined) => (said ? said.join("; ") || NO_STATES : "")
  const typed = (said: number | null | undefined) => (said === null || said === undefined ? "" : String(said))
  return {
    scopeKind: scope?.kind ?? "everyone",
    scope: scope && scope.id !== null ? { id: scope.id, name: scope.name ?? scope.id } : null,
    starts: row?.starts ?? "",
    ...{ start_states: states(row?.start_states), keep_states: states(row?.keep_states), taken_states: states(row?.taken_states) },
    ...{ hours: typed(row?.hours), warn_hours: typed(row?.warn_hours), renewals: typed(row?.renewals) },
  }
}

const isWhole = (text: string, most: number) => /^\d{1,4}$/.test(text.trim()) && Number(text) <= most
const MOST: Record<NumberField, number> = { hours: 8_760, warn_hours: 8_760, renewals: 100 }

/** What is sent, or null while something is missing or is nothing that the server could read. */
export function reservationBodyOf(form: ReservationRuleForm): Record<string, unknown> | null {
  const { scopeKind, scope, starts } = form
  const numbers = NUMBER_FIELDS.filter((field) => form[field].trim() !== "")
  const states = (["keep_states", "taken_states"] as const).filter((field) => form[field].trim() !== "")
  const start_states = starts === "state" ? statesIn(form.start_states) : null
  const isScoped = scopeKind === "everyone" || scope !== null
  const saysSomething = starts !== "" || numbers.length > 0 || states.length > 0
  if (!isScoped || !saysSomething || start_states?.length === 0 || !numbers.every((field) => isWhole(form[field], MOST[field]))) {
    return null
  }
  return {
    scope: { kind: scopeKind, id: scopeKind === "everyone" ? null : (scope?.id ?? null) },
    starts: starts || null,
    start_states,
    ...Object.fromEntries(NUMBER_FIELDS.map((field) => [field, numbers.includes(field) ? Number(form[field]) : null])),
    ...Object.fromEntries(
      (["keep_states", "taken_states"] as const).map((field) => [field, states.includes(field) ? statesIn(form[field]) : null])
    ),
  }
}

/** By semicolons or lines; the sign for none is none. */
function statesIn(text: string): string[] {
  return text
    .split(/[;\n]/)
    .map((state) => state.trim())
    .filter((state) => state !== "" && state !== NO_STATES)
}
