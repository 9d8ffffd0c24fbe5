import { normaliseSearchKey } from "./normalise-search-key"

/** Part of a search text that may be (the middle of) an article, or a number in a title. */
export interface CodeToken {
  /** Normalised; sought anywhere in an article or SKU. */
  key: string
  /** Operand of `to_tsquery`, e.g. `'м8':*`: sought among the words of the title. */
  word: string
}

/** What a dealer typed, ready for SQL. All parts must match; empty parts do not restrict. */
export interface ParsedQuery {
  /** Text for `to_tsquery('kontor_russian', …)`: words joined by `&`, each a prefix of a stem. Empty when there are none. */
  words: string
  codes: CodeToken[]
  /** The whole text as one code, when its parts may be one article written with spaces ("BO 27308"); then it is enough alone. */
  whole: string | null
}

/** Longest search text that a route accepts. */
export const MAX_QUERY_LENGTH = 200
/** Tokens beyond these do not restrict further: a dealer's text has a few, an attack has many. */
const MAX_TOKENS = 10
/** A trigram index cannot help to find anything shorter, and "8" is in every second article. */
export const MIN_CODE_LENGTH = 3
/** A single letter is sought as a word of its own (size "L"), not as the beginning of half of all words. */
const MIN_PREFIX_LENGTH = 2

/** What a search text is made of: at most ten pieces between blanks, lower case, each with a letter or digit. */
export function queryTokens(text: string): string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .split(/\s+/)
    .filter((token) => /[\p{L}\p{N}]/u.test(token))
    .slice(0, MAX_TOKENS)
}

/** Splits a search text: tokens with digits are sought in articles and titles, the others are words of the title. */
export function parseQuery(text: string): ParsedQuery {
  const tokens = queryTokens(text)
  const words = tokens.filter((token) => !/\p{N}/u.test(token)).flatMap((token) => token.match(/[\p{L}\p{M}]+/gu) ?? [])
  const numbered = tokens.filter((token) => /\p{N}/u.test(token)).map(toCodeToken)
  return {
    words: [...words.map(toOperand), ...numbered.filter(({ key }) => key === null).map(({ word }) => word)].join(" & "),
    codes: numbered.flatMap(({ key, word }) => (key === null ? [] : [{ key, word }])),
    whole: numbered.length > 0 && tokens.length > 1 ? longEnough(normaliseSearchKey(tokens.join(""))) : null,
  }
}

/** `key` is null when the token is too short for an article. */
function toCodeToken(token: string): { key: string | null; word: string } {
  return { key: longEnough(normaliseSearchKey(token)), word: toOperand(token) }
}

function longEnough(key: string | null): string | null {
  return key !== null && key.length >= MIN_CODE_LENGTH ? key : null
}

/** One quoted operand of `to_tsquery`; nothing that the quoting would give a meaning to is left in it. */
function toOperand(token: string): string {
  const safe = token.replace(/[^\p{L}\p{M}\p{N}.,/-]/gu, "")
  const [latin, russian] = [safe.replace(BETWEEN_NUMBERS, "x"), safe.replace(BETWEEN_NUMBERS, "х")]
  if (latin !== russian) {
    return `('${latin}':* | '${russian}':*)`
  }
  return safe.length < MIN_PREFIX_LENGTH ? `'${safe}'` : `'${safe}':*`
}

/** A size is written with the Latin letter as often as with the Russian one: "12x13". */
const BETWEEN_NUMBERS = /(?<=\d)[xх](?=\d)/g
