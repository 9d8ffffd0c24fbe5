import { MathBN } from "@medusajs/framework/utils"

/** What of the line of an order was not in stock. Base units, exact decimals. */
export interface StandingDemand {
  id: string
  quantity: string
  /** What of it has got stock since. */
  served: string
  /** Whether the dealer has not said yet what he makes of a change for the worse. */
  is_answer_due: boolean
  /** The earliest first; a supply may have lost its day since. */
  promises: { supply_id: string; expected_on: string | null; quantity: string }[]
}

/** When the line of an order can be had, and from what. */
export interface DescribedPromise {
  /** Of the last part of it. */
  source: "stock" | "supply" | "unpromised"
  /** YYYY-MM-DD on which the whole line is there; null = it is there now, or nobody knows. */
  promised_on: string | null
  /** Base units that wait for no supply; how many of them are held is told by `reserved` of the line. */
  in_stock: string
  /** What comes later, by day. */
  parts: { expected_on: string | null; quantity: string }[]
  /** What nobody has promised. */
  unpromised: string
  is_answer_due: boolean
}

/** Tells it of a line of so many base units; null = all of it was in stock from the start. */
export function describePromise(quantity: string, demand: StandingDemand | null): DescribedPromise {
  if (!demand) {
    return { source: "stock", promised_on: null, in_stock: quantity, parts: [], unpromised: "0", is_answer_due: false }
  }
  const wanted = MathBN.sub(demand.quantity, demand.served)
  const parts = byDay(demand.promises)
  const unpromised = parts.reduce((left, part) => left.minus(part.quantity), wanted)
  const last = parts.at(-1)?.expected_on ?? null
  return {
    source: unpromised.gt(0) ? "unpromised" : parts.length > 0 ? "supply" : "stock",
    promised_on: unpromised.gt(0) || parts.some(({ expected_on }) => expected_on === null) ? null : last,
    in_stock: MathBN.sub(quantity, wanted).toFixed(),
    parts,
    unpromised: unpromised.toFixed(),
    is_answer_due: demand.is_answer_due,
  }
}

function byDay(promises: StandingDemand["promises"]): DescribedPromise["parts"] {
  const days = new Map<string | null, string>()
  for (const { expected_on, quantity } of promises) {
    days.set(expected_on, MathBN.add(days.get(expected_on) ?? "0", quantity).toFixed())
  }
  return [...days].map(([expected_on, quantity]) => ({ expected_on, quantity }))
}
