import { parseArgs } from "node:util"
import { Refused } from "./refused.mjs"

const MAX_NUMBER = 10_000_000

/**
 * Reads the flags of a command: whole numbers by name with what they are by default, and what `options` adds (as `parseArgs` takes it). With --help the usage is printed.
 * @returns {Record<string, number | string | boolean> | null} null when help was asked for and given.
 * @throws {Refused} on a flag that does not exist or a number that is none.
 */
export function readFlags(args, { usage, numbers, options = {} }) {
  const values = parse(args, { usage, numbers, options })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    return null
  }
  return { ...values, ...Object.fromEntries(Object.keys(numbers).map((name) => [name, wholeNumber(name, values[name])])) }
}

function parse(args, { usage, numbers, options }) {
  const defaults = Object.entries(numbers).map(([name, value]) => [name, { type: "string", default: String(value) }])
  try {
    return parseArgs({ args, options: { ...Object.fromEntries(defaults), help: { type: "boolean", default: false }, ...options } }).values
  } catch (error) {
    throw new Refused(error.message, usage)
  }
}

function wholeNumber(name, text) {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > MAX_NUMBER) {
    throw new Refused(`--${name} is "${text}".`, `Give a whole number from 1 to ${MAX_NUMBER}.`)
  }
  return value
}
