import { readFlags } from "./flags.mjs"
import { Refused } from "./refused.mjs"

/** What can be measured, in the order in which it is. */
export const PARTS = ["load", "merge", "catalogue", "storefront", "cart", "order", "promise", "prices", "search"]

const USAGE = `npm run bench -- [flags]

  --products N      products of the emulated supplier (35000)
  --price-types N   price types, each with a price for every offer (20)
  --entities N      legal entities, each with a contract (1000)
  --warehouses N    warehouses with stock (5)
  --client a|b      who sends: the exchange built into 1C, whose prices and stock ride with the offers, or the 1C-Bitrix extension, which sends each in packets of their own (b)
  --rows N          rows of the order form (6000)
  --lines N         lines of the placed order, and of stock Medusa's cart and order (1000)
  --merged N        staged prices that are merged as new, unchanged and changed (2000000)
  --waiting N       lines of orders that wait for supplies, all promised anew (50000)
  --grown-products N  goods to which the worlds of prices and of the search grow (100000)
  --grown-entities N  contracts to which it grows (5000)
  --repeats N       how often carts, orders and changes of supplies are measured (3)
  --only a,b        some of: ${PARTS.join(", ")}; what is left out is not measured
  --alone           the storefront without stock Medusa beside it, which takes minutes a part among many goods
  --explain         write the plans of the hot statements to .data/bench/plans
  --keep            keep the database; the next run with --only without load, of the same sizes, uses it
  --json            print the figures as JSON only`

const NUMBERS = {
  products: 35_000,
  "price-types": 20,
  entities: 1_000,
  warehouses: 5,
  rows: 6_000,
  lines: 1_000,
  merged: 2_000_000,
  waiting: 50_000,
  repeats: 3,
  "grown-products": 100_000,
  "grown-entities": 5_000,
}
const CLIENTS = ["a", "b"]
const FLAGS = ["alone", "explain", "keep", "json"].map((name) => [name, { type: "boolean", default: false }])
const OPTIONS = { ...Object.fromEntries(FLAGS), only: { type: "string" }, client: { type: "string", default: "b" } }

/**
 * Reads the flags; null when help was asked for and given.
 * @throws {Refused} on a flag that does not exist or a value that makes no sense.
 */
export function readOptions(args) {
  const values = readFlags(args, { usage: USAGE, numbers: NUMBERS, options: OPTIONS })
  if (values === null) {
    return null
  }
  const only = (values.only ?? PARTS.join(",")).split(",").map((part) => part.trim())
  const unknown = only.find((part) => !PARTS.includes(part))
  if (unknown !== undefined) {
    throw new Refused(`--only knows no "${unknown}".`, `Choose from ${PARTS.join(", ")}.`)
  }
  if (!CLIENTS.includes(values.client)) {
    throw new Refused(`--client knows no "${values.client}".`, `Choose from ${CLIENTS.join(", ")}.`)
  }
  return {
    client: values.client,
    supplier: {
      products: values.products,
      priceTypes: values["price-types"],
      entities: values.entities,
      warehouses: values.warehouses,
      seed: 1,
    },
    prices: {
      grownEntries: Math.max(values["grown-products"], values.products),
      grownContracts: Math.max(values["grown-entities"], values.entities),
    },
    rows: values.rows,
    lines: values.lines,
    merged: values.merged,
    waiting: values.waiting,
    repeats: values.repeats,
    parts: new Set(only),
    alone: values.alone,
    explain: values.explain,
    keep: values.keep,
    json: values.json,
  }
}
