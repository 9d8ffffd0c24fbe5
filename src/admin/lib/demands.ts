import { decimalIn, isDecimal } from "./typed"

export const DEMAND_STATES = ["unpromised", "promised", "answer_due"] as const

/** Demand as the screens read it. */
export interface DemandRow {
  id: string
  order: { id: string; number: string }
  legal_entity: { id: string; name: string }
  article: string | null
  title: string
  quantity: string
  served: string
  unpromised: string
  promises: DemandPromise[]
  is_answer_due: boolean
  created_at: string
}

export interface DemandPromise {
  supply_id: string
  supply_number: string
  expected_on: string | null
  quantity: string
  is_by_hand: boolean
}

export interface DemandList {
  demands: DemandRow[]
  count: number
}

/** A supply that a demand may be promised of. */
export interface ChoosableSupply {
  supply_id: string
  number: string
  expected_on: string | null
  free: string
}

export interface ChoosableSupplies {
  supplies: ChoosableSupply[]
}

export const DEMAND_ALLOWED = ["nowhere", "preorder", "everywhere"] as const
export type DemandAllowed = (typeof DEMAND_ALLOWED)[number]

export interface DemandSettingAnswer {
  demand_setting: { allowed: DemandAllowed; share_percent: string | null }
}

/** Supplies that a form offers: those that the demand is promised of already, and those of which something is free. */
export function offeredSupplies({ promises }: Pick<DemandRow, "promises">, choosable: readonly ChoosableSupply[]): ChoosableSupply[] {
  const known = new Set(choosable.map(({ supply_id }) => supply_id))
  const full = promises.filter(({ supply_id }) => !known.has(supply_id))
  return [
    ...full.map(({ supply_id, supply_number, expected_on }) => ({ supply_id, number: supply_number, expected_on, free: "0" })),
    ...choosable,
  ]
}

/** The typed quantities as they are sent, those above zero; null while one of them is no quantity. */
export function handPromises(typed: Readonly<Record<string, string>>): { supply_id: string; quantity: string }[] | null {
  const given = Object.entries(typed).filter(([, text]) => text.trim() !== "")
  if (!given.every(([, text]) => isDecimal(text, 8, 6))) {
    return null
  }
  return given.flatMap(([supply_id, text]) => (/[1-9]/.test(text) ? [{ supply_id, quantity: decimalIn(text) }] : []))
}
