import type { NaiveContract } from "../pricing/naive-price"

/** An order rule as a plain row. Quantities are in its unit; null = it says nothing. */
export interface NaiveOrderRule {
  id: string
  scope: "contract" | "legal_entity" | "holding" | "client_category" | "region" | "everyone"
  scopeId: string
  /** At most one of the two. */
  entry: number | null
  category: string | null
  unit: string | null
  multiplicity: number | null
  minimum: number | null
  maximum: number | null
}

export interface NaiveRuledEntry {
  key: number
  /** From the top down. */
  path: string[]
  units: { code: string; coefficient: number }[]
  own: { multiplicity: number; minimum: number; maximum: number | null }
}

const SCOPES: NaiveOrderRule["scope"][] = ["contract", "legal_entity", "holding", "client_category", "region", "everyone"]
const FIELDS = ["multiplicity", "minimum", "maximum"] as const

/** A word on one field, with all that tells how near it is. */
interface Word {
  /** The smaller is nearer, from the left. */
  order: number[]
  id: string
  value: number
}

/** How much may be ordered, word by word as the README of order-rules has it. */
export function naiveQuantityRule(contract: NaiveContract, entry: NaiveRuledEntry, rules: NaiveOrderRule[]) {
  const holding = FIELDS.map((field) => {
    const words = rules.filter((rule) => isFor(rule, contract) && aimsAt(rule, entry)).flatMap((rule) => wordOf(rule, field, entry))
    const nearest = [...words, ...ownWord(field, entry)].sort(byNearness)[0]
    return nearest === undefined ? null : String(nearest.value)
  })
  const [multiplicity, minimum, maximum] = holding
  return { multiplicity: multiplicity ?? "1", minimum: minimum ?? "0", maximum: maximum ?? null }
}

function isFor({ scope, scopeId }: NaiveOrderRule, contract: NaiveContract): boolean {
  return {
    contract: scopeId === contract.id,
    legal_entity: scopeId === contract.entity,
    holding: scopeId === contract.holding,
    client_category: contract.categories.includes(scopeId),
    region: scopeId === contract.region,
    everyone: true,
  }[scope]
}

function aimsAt({ entry: named, category, unit }: NaiveOrderRule, entry: NaiveRuledEntry): boolean {
  const isSoldSo = unit === null || entry.units.some(({ code }) => code === unit)
  return isSoldSo && (named === null || named === entry.key) && (category === null || entry.path.includes(category))
}

function wordOf(rule: NaiveOrderRule, field: (typeof FIELDS)[number], entry: NaiveRuledEntry): Word[] {
  const said = rule[field]
  if (said === null) {
    return []
  }
  const { scope, entry: named, category, unit, id } = rule
  const target = named !== null ? 0 : category !== null ? 1 : 2
  const depth = category === null ? 0 : -entry.path.indexOf(category)
  const coefficient = entry.units.find(({ code }) => code === unit)?.coefficient ?? 1
  return [{ order: [SCOPES.indexOf(scope), target, 0, depth, unit === null ? 1 : 0], id, value: said * coefficient }]
}

/** The product's own word is that of a rule for everyone that names the product, and comes after those. */
function ownWord(field: (typeof FIELDS)[number], { own }: NaiveRuledEntry): Word[] {
  const value = own[field]
  const isSaid = field === "multiplicity" ? value !== 1 : field === "minimum" ? value !== 0 : value !== null
  return isSaid && value !== null ? [{ order: [SCOPES.indexOf("everyone"), 0, 1, 0, 1], id: "", value }] : []
}

/** Of two that are equally near the greater id. */
function byNearness(a: Word, b: Word): number {
  const difference = a.order.map((place, index) => place - (b.order[index] ?? 0)).find((each) => each !== 0)
  return difference ?? (a.id < b.id ? 1 : -1)
}
