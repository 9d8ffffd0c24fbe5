/** The text at a place of a column; null for an empty one, and beyond the end. */
export type Column = (place: number) => string | null

/** The key of no entry: identity keys begin with 1. */
export const NO_ENTRY = 0

const BLANK = " ".charCodeAt(0)
const COMMA = ",".charCodeAt(0)
const MINUS = "-".charCodeAt(0)
const ZERO = "0".charCodeAt(0)

/**
 * Texts parted by blanks. Only where each of them begins is found out at once, and a text is cut out when it is asked for: thousands of texts that
 * are made together outlive a collection of the young, and are what brings the next one of all.
 */
export function readColumn(text: string | null): Column {
  if (text === null) {
    return () => null
  }
  let count = 1
  for (let at = text.indexOf(" "); at >= 0; at = text.indexOf(" ", at + 1)) {
    count++
  }
  const starts = new Uint32Array(count + 1)
  for (let at = text.indexOf(" "), place = 1; at >= 0; at = text.indexOf(" ", at + 1)) {
    starts[place++] = at + 1
  }
  starts[count] = text.length + 1
  return (place) => {
    const [start, end] = [starts[place], starts[place + 1]]
    return start === undefined || end === undefined || end - start < 2 ? null : text.slice(start, end - 1)
  }
}

/** Keys parted by blanks, in their order. */
export const readKeyColumn = (text: string | null): number[] => keysIn(text ?? "", BLANK)

/** Reads an array literal of keys: "{1,-2}". */
export const readKeys = (literal: string): number[] => keysIn(literal.slice(1, -1), COMMA)

function keysIn(text: string, parting: number): number[] {
  const keys: number[] = []
  eachKey(text, (key) => keys.push(key), parting)
  return keys
}

/** Goes through keys parted by blanks, without making a text of each. */
export function eachKey(text: string | null, visit: (key: number) => void, parting = BLANK): void {
  if (text === null || text === "") {
    return
  }
  let key = 0
  let sign = 1
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === parting) {
      visit(sign * key)
      key = 0
      sign = 1
    } else if (code === MINUS) {
      sign = -1
    } else {
      key = key * 10 + code - ZERO
    }
  }
  visit(sign * key)
}

/** Goes through all whole numbers of a text, whatever parts them, without their signs. */
export function eachNumber(text: string | null, visit: (number: number) => void): void {
  let number = -1
  for (let at = 0; at < (text?.length ?? 0); at++) {
    const digit = (text?.charCodeAt(at) ?? 0) - ZERO
    if (digit >= 0 && digit <= 9) {
      number = Math.max(number, 0) * 10 + digit
    } else if (number >= 0) {
      visit(number)
      number = -1
    }
  }
  if (number >= 0) {
    visit(number)
  }
}
