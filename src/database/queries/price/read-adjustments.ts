import type { ScopedAdjustment, ScopedWithholding } from "../../../modules/contract-pricing/rules/aim-adjustments"
import { parseDecimal } from "../../../modules/contract-pricing/rules/decimal"
import { readKeys } from "./columns"

/** What `shared_fact.facts` says of adjustments where it brings them. */
export interface WrittenAdjustments {
  /**
   * Those in scope in order of rank; null = there is none. Of each: key, category (0 = any), traits as an array literal, kind, value, quantity from
   * which it holds, and whether it stacks (t or f). A blank ends each value.
   */
  adjustments: string | null
  /** By key, of those that withhold goods from sale; null = none does. */
  withheld_names: Record<string, string> | null
}

export const NO_ADJUSTMENTS: WrittenAdjustments = { adjustments: null, withheld_names: null }

/** Those that change prices, and those that withhold goods from sale; each in order of rank, as the text is. */
export interface ScopedRules {
  adjustments: ScopedAdjustment[]
  withholdings: ScopedWithholding[]
}

/** Goes through the text once, and cuts out no more than what stays text: a contract is in the scope of hundreds, at each call. */
export function readAdjustments({ adjustments = null, withheld_names = null }: Partial<WrittenAdjustments>): ScopedRules {
  const rules: ScopedRules = { adjustments: [], withholdings: [] }
  const text = new Cursor(adjustments ?? "")
  for (let rank = 1; !text.isAtEnd(); rank++) {
    const rule = readRule(text, rank, withheld_names)
    if ("name" in rule) {
      rules.withholdings.push(rule)
    } else {
      rules.adjustments.push(rule)
    }
  }
  return rules
}

/** A rule as it is kept: days are counted from one that the statement chooses, and both included; a currency of null is any. */
export interface KeptRule {
  rule: ScopedAdjustment | ScopedWithholding
  starts_on: number
  ends_on: number
  currency_code: string | null
}

/** Those of one scope: before each its rank, and behind it the first and the last day and the currency (* = any). */
export function readKeptRules(list: string, names: Record<string, string> | null): KeptRule[] {
  const rules: KeptRule[] = []
  const text = new Cursor(list)
  while (!text.isAtEnd()) {
    const rule = readRule(text, text.key(), names)
    const starts_on = Number(text.word())
    const ends_on = Number(text.word())
    const currency = text.word()
    rules.push({ rule, starts_on, ends_on, currency_code: currency === "*" ? null : currency })
  }
  return rules
}

function readRule(text: Cursor, rank: number, names: Record<string, string> | null): ScopedAdjustment | ScopedWithholding {
  const key = text.key()
  const category_key = text.key() || null
  const trait_keys = text.keys()
  const kind = text.word()
  const value = text.word()
  const from = parseDecimal(text.word())
  const is_stacking = text.word() === "t"
  return kind === "withheld"
    ? { rank, key, category_key, trait_keys, from, is_stacking, name: names?.[key] ?? "" }
    : { rank, key, category_key, trait_keys, from, is_stacking, kind: kind === "fixed" ? kind : "percent", value }
}

/** Reads values of which each is ended by a blank. */
class Cursor {
  private at = 0

  constructor(private readonly text: string) {}

  isAtEnd(): boolean {
    return this.at >= this.text.length
  }

  word(): string {
    const start = this.at
    const end = this.text.indexOf(" ", start)
    this.at = end + 1
    return this.text.slice(start, end)
  }

  /** Digits, and whatever ends them. */
  key(): number {
    let key = 0
    for (let digit = this.digit(); digit >= 0 && digit <= 9; digit = this.digit()) {
      key = key * 10 + digit
    }
    return key
  }

  /** An array literal of keys. */
  keys(): readonly number[] {
    const start = this.at
    this.at = this.text.indexOf(" ", start) + 1
    return this.at - start <= EMPTY.length + 1 ? NO_KEYS : readKeys(this.text.slice(start, this.at - 1))
  }

  private digit(): number {
    return this.text.charCodeAt(this.at++) - ZERO
  }
}

const ZERO = "0".charCodeAt(0)
const EMPTY = "{}"
const NO_KEYS: readonly number[] = []
