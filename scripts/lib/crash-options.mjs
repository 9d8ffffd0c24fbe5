import { readFlags } from "./flags.mjs"

const USAGE = `npm run crash -- [flags]

  --imports N   how often the server is killed while 1C delivers goods (6)
  --orders N    how often it is killed while a dealer places an order (8)
  --products N  products of a delivery (2000)
  --lines N     lines of an order (300)`

const NUMBERS = { imports: 6, orders: 8, products: 2_000, lines: 300 }

/**
 * Reads the flags; null when help was asked for and given.
 * @throws {import("./refused.mjs").Refused} on a flag that does not exist or a value that makes no sense.
 */
export function readCrashOptions(args) {
  const values = readFlags(args, { usage: USAGE, numbers: NUMBERS })
  return values && Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, values[name]]))
}
