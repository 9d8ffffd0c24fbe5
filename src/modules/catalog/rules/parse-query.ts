import type { Synonym } from "./choose-synonyms"
import { inOneAlphabet } from "./look-alike"
import { normaliseSearchKey } from "./normalise-search-key"
import { isMeasure, isNumber, isSize, isUnit, numberOperand, numberPattern } from "./number-operand"
import { otherForms } from "./other-forms"

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
  /** Words without a digit, for ranking: a title that has all of them is nearer than one that has them in values of properties. */
  plain: string
  /** The same with their other forms and with what synonyms mean: a title that begins with one of them is what was meant. */
  leading: string
  /** Text for `to_tsquery` of the whole text without synonyms, for ranking: what has the very words comes first. Null where no synonym holds. */
  typed: string | null
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

/**
 * Splits a search text: tokens with digits are sought in articles and titles, the others are words of the title.
 *
 * @param synonyms what is sought besides some of its words, as `chooseSynonyms` gives it
 */
export function parseQuery(text: string, synonyms: readonly Synonym[] = []): ParsedQuery {
  const tokens = queryTokens(text)
  const pieces = piecesOf(tokens)
  const plain = pieces.flatMap((piece) => (piece.kind === "words" ? piece.words : []))
  const numbers = pieces.flatMap((piece) => (piece.kind === "number" ? [piece] : []))
  const codes = numbers.flatMap(({ key, word, form }) => (key === null ? [] : [{ key, word, form }]))
  const besides = withSynonyms(plain, numbers, synonyms)
  const meant = synonyms.flatMap((synonym) => synonym.meant.flatMap((each) => wordsOf(queryTokens(each))))
  return {
    words: besides.words.join(" & "),
    codes: codes.map(({ key, word, form }) => ({ key, word: besides.codes.get(form) ?? word })),
    whole: numbers.length > 0 && tokens.length > 1 && !plain.some(isLong) ? longEnough(normaliseSearchKey(tokens.join(""))) : null,
    plain: ranked(plain).join(" "),
    leading: ranked([...plain.flatMap((word) => [word, ...otherForms(word)]), ...meant]).join(" "),
    typed: synonyms.length === 0 ? null : [...plain.map(wordOperand), ...numbers.map(({ word }) => word)].join(" & "),
    numbers: numbers.map(({ exact }) => exact).join(" & "),
    patterns: numbers.flatMap(({ pattern }) => pattern ?? []),
  }
}

const ranked = (words: readonly string[]): string[] => words.filter((word) => word.length >= MIN_RANKED_LENGTH)

/** What of a text may be, or be part of, a term that has synonyms: its words, and what has letters and digits, as articles are compared. */
export function synonymForms(text: string): string[] {
  const forms = piecesOf(queryTokens(text)).flatMap((piece) =>
    piece.kind === "words" ? piece.words : [piece.form ?? [], piece.mark?.form ?? []].flat()
  )
  return [...new Set(forms)]
}

/** Operands of `to_tsquery` that must all match; a code with synonyms is sought among the words as all of them. */
function withSynonyms(
  plain: readonly string[],
  numbers: readonly NumberPiece[],
  synonyms: readonly Synonym[]
): { words: string[]; codes: Map<string | null, string> } {
  const codes = new Map<string | null, string>()
  const replaced: string[] = []
  const taken = new Set<string>()
  for (const { forms, meant } of synonyms) {
    const own = [
      ...plain.filter((word) => forms.includes(word)).map(wordOperand),
      ...numbers.filter(({ form }) => form !== null && forms.includes(form)).map(({ word }) => word),
    ]
    const marked = forms.length === 1 ? numbers.find(({ mark }) => mark !== null && forms.includes(mark.form)) : undefined
    if (marked?.mark) {
      const { form, with: withMark } = marked.mark
      replaced.push(withMark(anyOf([wordOperand(form), ...meant.map(meantOperand)])))
      taken.add(marked.form ?? "")
      continue
    }
    const operand = anyOf([allOf(own), ...meant.map(meantOperand)])
    const code = numbers.find(({ key, form }) => key !== null && form !== null && forms.includes(form))
    if (code && forms.length === 1) {
      codes.set(code.form, operand)
    } else if (!code && own.length > 0) {
      replaced.push(operand)
      forms.forEach((form) => taken.add(form))
    }
  }
  const rest = numbers.filter(({ key, form }) => key === null && !(form !== null && taken.has(form))).map(({ word }) => word)
  return { words: [...plain.filter((word) => !taken.has(word)).map(wordOperand), ...replaced, ...rest], codes }
}

const anyOf = (operands: readonly string[]): string => (operands.length === 1 ? operands.join("") : `(${operands.join(" | ")})`)
const allOf = (operands: readonly string[]): string => (operands.length === 1 ? operands.join("") : `(${operands.join(" & ")})`)

/** A synonym is sought as the very words, in all forms: as a beginning «шуруп» would be every «шуруповёрт». */
function meantOperand(text: string): string {
  const operands = piecesOf(queryTokens(text)).flatMap((piece) =>
    piece.kind === "number" ? [piece.exact] : piece.words.map((word) => anyOf([word, ...otherForms(word)].map((form) => `'${form}'`)))
  )
  return allOf(operands)
}

/** `key` is null for what is too short for an article, and for what was typed as two: those are sought by the whole text. */
interface NumberPiece {
  kind: "number"
  key: string | null
  /** As a synonym may know it; null for a mere number, a size or a measure. */
  form: string | null
  /** Letters that were typed before the number, and the operand of both with another one in their place; null where there were none. */
  mark: { form: string; with: (operand: string) => string } | null
  word: string
  exact: string
  pattern: string | null
}

type Piece = { kind: "words"; words: string[] } | NumberPiece

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
      pieces.push({ kind: "words", words: wordsOf([token]) })
    }
  }
  return pieces
}

/** «гайка 8» is one of М8, and «болт 8» may be М8х40. */
const isShort = (token: string): boolean => /^\d{1,2}$/.test(token)

const wordsOf = (tokens: readonly string[]): string[] => tokens.flatMap((token) => token.match(/[\p{L}\p{M}]+/gu) ?? [])

/** A number, a size or a measure, which synonyms say nothing of. */
export const isMereNumber = (token: string): boolean =>
  hasDigit(token) && (isNumber(token) || isMeasure(token) || isSize(token) || !/\p{L}/u.test(token))

const numberPiece = (token: string, key: string | null): NumberPiece => ({
  kind: "number",
  key,
  mark: null,
  form: isMereNumber(token) ? null : formOf(token),
  word: isShort(token) ? anyOf([numberOperand(token, ":*"), numberOperand(`м${token}`, ":*")]) : numberOperand(token, ":*"),
  exact: numberOperand(token, ""),
  pattern: numberPattern(token),
})

/** As the SQL function `kontor_synonym_words` has it. */
const formOf = (token: string): string | null => normaliseSearchKey(token)?.toLowerCase() ?? null

function markedPiece(mark: string, number: string): NumberPiece {
  const asOne = (ending: ":*" | "") => numberOperand(mark + number, ending)
  const withMark = (operand: string) => `((${operand} & ${numberOperand(number, ":*")}) | ${asOne(":*")})`
  return {
    kind: "number",
    key: null,
    form: formOf(mark + number),
    mark: { form: mark, with: withMark },
    word: withMark(wordOperand(mark)),
    exact: `(${numberOperand(number, "")} | ${asOne("")})`,
    pattern: null,
  }
}

function longEnough(key: string | null): string | null {
  return key !== null && key.length >= MIN_CODE_LENGTH ? key : null
}

const wordOperand = (word: string): string =>
  word.length < MIN_PREFIX_LENGTH ? `'${word}'` : anyOf([`'${word}':*`, ...otherForms(word).map((form) => `'${form}'`)])
