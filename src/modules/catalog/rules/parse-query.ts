import { inOneAlphabet } from "./look-alike"
import { normaliseSearchKey } from "./normalise-search-key"
import { isNumber, isUnit, numberOperand, numberPattern } from "./number-operand"

/** Part of a search text that may be (the middle of) an article, or a number in a title. */
export interface CodeToken {
  /** Normalised; sought anywhere in an article or SKU. */
  key: string
  /** Operand of `to_tsquery`, e.g. `'27308':*`: sought among the words of the title. */
  word: string
}

/** What a dealer typed, ready for SQL. All parts must match; empty parts do not restrict. */
export interface ParsedQuery {
  /** Text for `to_tsquery('kontor_russian', …)`: words joined by `&`, each a prefix of a stem. Empty when there are none. */
  words: string
  codes: CodeToken[]
  /** The whole text as one code, when its parts may be one article written with spaces ("BO 27308"); then it is enough alone. */
  whole: string | null
  /** Words without a digit, for ranking: a title that begins with one of them is what was meant. */
  plain: string
  /** Text for `to_tsquery` of all numbers as they stand, for ranking: «10» is nearer to 10 than to 100. Empty when there are none. */
  numbers: string
  /** The same as regular expressions for the title, of those that are numbers alone. */
  patterns: string[]
}

/** Longest search text that a route accepts. */
export const MAX_QUERY_LENGTH = 200
/** Tokens beyond these do not restrict further: a dealer's text has a few, an attack has many. */
const MAX_TOKENS = 10
/** A trigram index cannot help to find anything shorter, and "8" is in every second article. */
export const MIN_CODE_LENGTH = 3
/** A single letter is sought as a word of its own (size "L"), not as the beginning of half of all words. */
const MIN_PREFIX_LENGTH = 2
/** So many titles begin with two letters that it says nothing. */
const MIN_RANKED_LENGTH = 3
/** No article has such a word in it. */
const LONG_WORD_LENGTH = 6
/** Longest mark that a title may write as one with the number behind it: «м 8», "ph 2". */
const MAX_MARK_LENGTH = 3

/** A size, whatever stands between its numbers: "6*100", "6 x 100". */
const BETWEEN_NUMBERS = /(?<=\d)(?:\s*[*×✕]\s*|\s+[xх]\s+|[xх])(?=\d)/gu
/** Ampere-hours, however they are written. */
const AMPERE_HOURS = /а[·*./-]ч(?!\p{L})/gu
/** What would become letters or digits: «№ 5» is no "No 5", «мм²» no «мм2». */
const SIGNS = /[№²³™®©]/gu
/** «мм2» for «мм²». */
const SQUARES = /(?<=[мс]м)2(?![\p{L}\p{N}])/gu
/** What tells a diameter. */
const DIAMETER = /(?<=^|\s)[ø⌀∅]\s*(?=\d)/gu

/** What a search text is made of: at most ten pieces between blanks, lower case, each with a letter or digit. */
export function queryTokens(text: string): string[] {
  return text
    .replace(SIGNS, " ")
    .normalize("NFKC")
    .replaceAll("\u2044", "/")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(BETWEEN_NUMBERS, "х")
    .replace(SQUARES, "")
    .replace(AMPERE_HOURS, "ач")
    .replace(DIAMETER, "")
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .slice(0, MAX_TOKENS)
    .map((token) => inOneAlphabet(withoutStops(token)))
}

/** Of Latin letters a point or comma may be a letter that was typed under the other layout. */
const withoutStops = (token: string): string => (/[a-z]/.test(token) ? token : token.replace(/[,.;:!?]+$/, ""))

/** Splits a search text: tokens with digits are sought in articles and titles, the others are words of the title. */
export function parseQuery(text: string): ParsedQuery {
  const tokens = queryTokens(text)
  const pieces = piecesOf(tokens)
  const plain = pieces.flatMap((piece) => (piece.kind === "words" ? piece.words : []))
  const numbers = pieces.flatMap((piece) => (piece.kind === "number" ? [piece] : []))
  const isCode = ({ key }: { key: string | null }): boolean => key !== null
  return {
    words: [...plain.map(wordOperand), ...numbers.filter((number) => !isCode(number)).map(({ word }) => word)].join(" & "),
    codes: numbers.flatMap(({ key, word }) => (key === null ? [] : [{ key, word }])),
    whole: numbers.length > 0 && tokens.length > 1 && !plain.some(isLong) ? longEnough(normaliseSearchKey(tokens.join(""))) : null,
    plain: plain.filter((word) => word.length >= MIN_RANKED_LENGTH).join(" "),
    numbers: numbers.map(({ exact }) => exact).join(" & "),
    patterns: numbers.flatMap(({ pattern }) => pattern ?? []),
  }
}

/** `key` is null for what is too short for an article, and for what was typed as two: those are sought by the whole text. */
type Piece =
  { kind: "words"; words: string[] } | { kind: "number"; key: string | null; word: string; exact: string; pattern: string | null }

const isLong = (word: string): boolean => word.length >= LONG_WORD_LENGTH
const hasDigit = (token: string): boolean => /\p{N}/u.test(token)
const isMark = (token: string): boolean => /^\p{L}+$/u.test(token) && token.length <= MAX_MARK_LENGTH

/** A number and the unit behind it are one, as «18 вольт» is «18в»; so may be letters and the number behind them. */
function piecesOf(tokens: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  for (let place = 0; place < tokens.length; place++) {
    const [token = "", next = "", behind = ""] = tokens.slice(place, place + 3)
    if (isNumber(token) && isUnit(next)) {
      pieces.push(numberPiece(token + next, null))
      place++
    } else if (isMark(token) && isNumber(next) && longEnough(next) === null && !isUnit(behind)) {
      pieces.push(markedPiece(token, next))
      place++
    } else if (hasDigit(token)) {
      pieces.push(numberPiece(token, longEnough(normaliseSearchKey(token))))
    } else {
      pieces.push({ kind: "words", words: token.match(/[\p{L}\p{M}]+/gu) ?? [] })
    }
  }
  return pieces
}

const numberPiece = (token: string, key: string | null): Piece => ({
  kind: "number",
  key,
  word: numberOperand(token, ":*"),
  exact: numberOperand(token, ""),
  pattern: numberPattern(token),
})

function markedPiece(mark: string, number: string): Piece {
  const asOne = (ending: ":*" | "") => numberOperand(mark + number, ending)
  return {
    kind: "number",
    key: null,
    word: `((${wordOperand(mark)} & ${numberOperand(number, ":*")}) | ${asOne(":*")})`,
    exact: `(${numberOperand(number, "")} | ${asOne("")})`,
    pattern: null,
  }
}

function longEnough(key: string | null): string | null {
  return key !== null && key.length >= MIN_CODE_LENGTH ? key : null
}

const wordOperand = (word: string): string => (word.length < MIN_PREFIX_LENGTH ? `'${word}'` : `'${word}':*`)
