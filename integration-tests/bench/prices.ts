import { readFileSync, writeFileSync } from "node:fs"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { catalogPage } from "../../src/database/queries/catalog-page"
import { pricesOfLines } from "../../src/database/queries/prices-of-lines"

const DAY = "2026-06-15"
const PAGE = 24
const FEW = 50

const Input = z
  .object({
    entries: z.number().int().positive(),
    contracts: z.number().int().positive(),
    /** Goods that stand in the price lists of stock Medusa: those with the smallest keys. */
    listed_goods: z.number().int().positive(),
    /** Lines of a large order. */
    lines: z.number().int().positive(),
    /** Catalogue pages alone, of a world that has grown. */
    is_page_only: z.boolean(),
  })
  .strict()
type Input = z.infer<typeof Input>

/**
 * Times prices inside a process of Kontor, without HTTP: the price engine itself, statements and rules, and `calculatePrices` of the pricing module. Asked with a
 * contract the module answers from Kontor's prices, without one by Medusa's own code from its price lists. Run by `medusa exec` with the paths of the input and
 * of the output. Contracts, goods and quantities are others at each turn.
 */
export default async function prices({ container, args }: ExecArgs): Promise<void> {
  const [inputPath = "", outputPath = ""] = args
  const input = Input.parse(JSON.parse(readFileSync(inputPath, "utf8")))
  const db = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const page = await times(150, 300, (turn) => turnPage(db, input, turn))
  if (input.is_page_only) {
    writeFileSync(outputPath, JSON.stringify({ page }))
    return
  }
  const pricing = container.resolve(Modules.PRICING)
  const calculate = (context: (contract: number) => Record<string, unknown>) => (turn: number) => {
    const goods = chosen(FEW, input.listed_goods, turn).map((key) => `ps${key}`)
    return pricing.calculatePrices({ id: goods }, { context: { currency_code: "rub", ...context(contractOf(input, turn)) } })
  }
  const engine = (count: number) => (turn: number) => priced(db, input, count, turn)
  const few = await times(60, 300, engine(FEW))
  const lines = await times(3, 30, engine(input.lines))
  const catalogue = await times(2, 12, engine(input.entries))
  const [ours, stock] = await inTurns(
    STRETCHES,
    { length: 25, work: calculate((contract) => ({ contract_id: `c${contract}` })) },
    { length: 5, work: calculate((contract) => ({ customer: { groups: [{ id: `group${contract}` }] } })) }
  )
  writeFileSync(outputPath, JSON.stringify({ page, few, lines, catalogue, calculate: ours, stock_calculate: stock }))
}

/** Of both sides; the first are not counted. */
const STRETCHES = 24
const WARM_STRETCHES = 4

interface Side {
  /** Calls of one stretch. */
  length: number
  work(turn: number): Promise<unknown>
}

/**
 * Milliseconds of each call of two sides, in stretches by turns: what a machine has left changes within seconds, and would fall to one side alone if all of the
 * other's calls came before it. Both ask the same things in the same order.
 */
async function inTurns(stretches: number, ...sides: [Side, Side]): Promise<[number[], number[]]> {
  const taken: [number[], number[]] = [[], []]
  for (let stretch = 0; stretch < WARM_STRETCHES + stretches; stretch++) {
    for (const [place, { length, work }] of sides.entries()) {
      const values = await times(0, length, (turn) => work(stretch * length + turn))
      if (stretch >= WARM_STRETCHES) {
        taken[place]?.push(...values)
      }
    }
  }
  return taken
}

/** Milliseconds of each call; the first are not counted, since what is measured is how the code runs, not how it is compiled. */
async function times(warmUp: number, count: number, work: (turn: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let turn = -warmUp; turn < count; turn++) {
    const began = performance.now()
    const result = await work(turn + warmUp)
    if (Array.isArray(result) && result.length === 0) {
      throw new Error("Nothing was priced")
    }
    if (turn >= 0) {
      taken.push(performance.now() - began)
    }
  }
  return taken
}

const contractOf = ({ contracts }: Input, turn: number): number => 1 + ((turn * 37) % contracts)

/** So many keys of 1 … `size`, spread over all and others at each turn; all of them where there are no more. */
function chosen(count: number, size: number, turn: number): number[] {
  const step = Math.max(1, Math.floor(size / count))
  return Array.from({ length: Math.min(count, size) }, (_empty, index) => 1 + ((index * step + turn * 13) % size))
}

function priced(db: Knex, input: Input, count: number, turn: number) {
  const lines = chosen(count, input.entries, turn).map((entry_key, index) => ({ entry_key, quantity: String(1 + (index % 20)) }))
  return pricesOfLines(db, { contract_id: `c${contractOf(input, turn)}`, currency_code: "rub", day: DAY, lines })
}

async function turnPage(db: Knex, input: Input, turn: number) {
  const page = await catalogPage(db, {
    ...{
      q: "",
      category_id: null,
      properties: {},
      legal_entity_id: null,
      sort: "name",
      limit: PAGE,
      offset: PAGE * ((turn * 7) % 40),
      sight: null,
    },
    ...{ contract_id: `c${contractOf(input, turn)}`, currency_code: "rub", day: DAY, warehouse_ids: [] },
  })
  return page?.entries ?? []
}
