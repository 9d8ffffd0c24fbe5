/**
 * Random numbers that depend only on what they are for. Every value is drawn from a stream named by (seed, purpose, index), so that
 * any product can be made on its own, in any order, and is the same each time.
 */

/** Purposes keep the streams of different things apart. A number once used must not be given another meaning: ids are made from it. */
export const PURPOSE = {
  catalog: 1,
  group: 2,
  property: 3,
  propertyValue: 4,
  product: 5,
  card: 6,
  characteristic: 7,
  priceType: 8,
  price: 9,
  priceChange: 10,
  warehouse: 11,
  stock: 12,
  change: 13,
  holding: 14,
  legalEntity: 15,
  supplierEntity: 16,
  contract: 17,
  file: 18,
  erpOrder: 19,
  requisites: 20,
  deliveryPoint: 21,
  person: 22,
  manager: 23,
  clientCategory: 24,
  contractPrice: 25,
  adjustment: 26,
  currencyRate: 27,
  threshold: 28,
  supply: 29,
  feature: 30,
  orderRule: 40,
  visibilityRule: 41,
  instruction: 42,
  certificate: 43,
  cards: 44,
} as const

/** Finaliser of MurmurHash3: every bit of the argument changes about half the bits of the result. */
function mix(value: number): number {
  let h = value | 0
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** An unsigned 32-bit number that depends on all four arguments. */
export function hash(seed: number, purpose: number, index: number, sub = 0): number {
  let h = mix(seed + 0x9e3779b9)
  h = mix(h ^ Math.imul(purpose + 1, 0x85ebca77))
  h = mix(h ^ Math.imul(index + 1, 0xc2b2ae3d))
  return sub === 0 ? h : mix(h ^ Math.imul(sub, 0x27d4eb2f))
}

/** True for about `share` (0…1) of all numbers that `hash` gives. */
export function isWithinShare(hashed: number, share: number): boolean {
  return hashed < share * 0x1_0000_0000
}

/** A stream of random numbers (mulberry32). */
export class RandomStream {
  private state: number

  constructor(seed: number, purpose: number, index: number, sub = 0) {
    this.state = hash(seed, purpose, index, sub)
  }

  /** Unsigned 32 bits. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return (t ^ (t >>> 14)) >>> 0
  }

  /** From `from` to `to`, both included. */
  integer(from: number, to: number): number {
    return from + (this.next() % (to - from + 1))
  }

  /** True with the given probability, 0…1. */
  chance(probability: number): boolean {
    return isWithinShare(this.next(), probability)
  }

  pick<T>(items: readonly T[]): T {
    return at(items, this.next())
  }
}

/** The item at `position`, counted round the list as often as needed. Lists of words are never empty. */
export function at<T>(items: readonly T[], position: number): T {
  const item = items[position % items.length]
  if (item === undefined) {
    throw new RangeError("an empty list of words has no items")
  }
  return item
}

const HEX: readonly string[] = Array.from({ length: 0x1_0000 }, (_, i) => i.toString(16).padStart(4, "0"))

function hex16(value: number): string {
  return HEX[value & 0xffff] ?? "0000"
}

/** A GUID as 1C writes it: lower case, version 4 in form. */
export function guid(seed: number, purpose: number, index: number, sub = 0): string {
  const random = new RandomStream(seed, purpose, index, sub)
  const [a, b, c, d] = [random.next(), random.next(), random.next(), random.next()]
  const version = hex16((b & 0x0fff) | 0x4000)
  const variant = hex16((c & 0x3fff) | 0x8000)
  return `${hex16(a >>> 16)}${hex16(a)}-${hex16(b >>> 16)}-${version}-${variant}-${hex16(c >>> 16)}${hex16(d >>> 16)}${hex16(d)}`
}
