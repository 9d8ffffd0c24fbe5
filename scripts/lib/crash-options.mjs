import { parseArgs } from "node:util"
import { Refused } from "./refused.mjs"

const USAGE = `npm run crash -- [flags]

  --imports N   how often the server is killed while 1C delivers goods (6)
  --orders N    how often it is killed while a dealer places an order (8)
  --products N  products of a delivery (2000)
  --lines N     lines of an order (300)`

const NUMBERS = { imports: 6, orders: 8, products: 2_000, lines: 300 }
const MAX_NUMBER = 100_000

/**
 * Reads the flags; null when help was asked for and given.
 * @throws {Refused} on a flag that does not exist or a value that makes no sense.
 */
export function readCrashOptions(args) {
  const values = parse(args)
  if (values.help) {
    process.stdout.write(`${USAGE}\n`)
    return null
  }
  return Object.fromEntries(Object.keys(NUMBERS).map((name) => [name, wholeNumber(name, values[name])]))
}

function parse(args) {
  const numbers = Object.entries(NUMBERS).map(([name, value]) => [name, { type: "string", default: String(value) }])
  try {
    return parseArgs({ args, options: { ...Object.fromEntries(numbers), help: { type: "boolean", default: false } } }).values
  } catch (error) {
    throw new Refused(error.message, USAGE)
  }
}

function wholeNumber(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > MAX_NUMBER) {
    throw new Refused(`--${name} is "${text}".`, `Give a whole number from 1 to ${MAX_NUMBER}.`)
  }
  return value
}
