import { isMeasure, isNumber, isSize } from "./number-operand"
import { otherLayout } from "./other-layout"
import { transliterate } from "./transliterate"
import { wordDistance } from "./word-distance"

/** A word of the catalogue's titles, in how many listed entries it stood when they were last counted; of synonyms alone: {@link OF_SYNONYMS}. */
export interface LexiconWord {
  word: string
  entries: number
}

/** What the catalogue knows of a form of a token. */
export interface KnownForm {
  /** Some title has a word that begins so, in any of its forms; or some article contains it. */
  is_known: boolean
  /** Words that look like it; none for a code. Null = nobody has looked for them. */
  near: readonly LexiconWord[] | null
}

/** A token as typed, and what it may have been meant to be, the likeliest first; each is of one word or of several. */
export interface TokenForms {
  typed: string
  /** The same keys under the other layout, the same sounds in the other alphabet: what is like them is looked for too. */
  heard: string[]
  /** Taken apart: «сверло6», «кедртех», «6х110». */
  apart: string[][]
  /** With the next token, as one: «м 8», «перфо ратор». */
  joined: string | null
}

/** In place of a number of entries. Such a word must be nearer by one error, since what it means may be nowhere. */
export const OF_SYNONYMS = -1

/** Letters from which on a word is corrected: three differ by one from too many others. */
export const CORRECTED_FROM = 4
/** Parts of a word that was written without a blank. */
const PART_MIN = 3
/** Letters before a number which belong to it: «м 8», "ph 2". */
const MARK_MAX = 3
/** A longer word is no two words written as one. */
const COMPOUND_MAX = 24
/** Of more parts it is no name of anything; each is looked up. */
const LISTED_MAX = 10

/** A number alone, or a word of two letters, is no reason to leave out all the rest. */
const saysSomething = (word: string): boolean => /^\p{L}{3,}$/u.test(word)
const isWord = (form: string): boolean => /^\p{L}+$/u.test(form)

/** The tokens of a search text in all their readings. */
export const tokenForms = (tokens: readonly string[]): TokenForms[] =>
  tokens.map((typed, place) => ({
    typed,
    heard:
      isSize(typed) || isMeasure(typed)
        ? []
        : [otherLayout(typed), transliterate(typed)].flatMap((form) => (form === null || form === typed ? [] : [form])),
    apart: partsOf(typed),
    joined: joinedWith(typed, tokens[place + 1]),
  }))

function partsOf(typed: string): string[][] {
  if (isSize(typed)) {
    return [typed.split(/[xх]/)]
  }
  if (isWord(typed)) {
    const places = typed.length > COMPOUND_MAX ? 0 : Math.max(0, typed.length - 2 * PART_MIN + 1)
    const middle = typed.length / 2
    return Array.from({ length: places }, (_, place) => PART_MIN + place)
      .sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))
      .map((at) => [typed.slice(0, at), typed.slice(at)])
  }
  const diameter = /^[фd](\d.*)$/u.exec(typed)?.[1]
  const glued = /^(\p{L}{3,})-?(\d.*)$/u.exec(typed)?.slice(1)
  const sized = /^(\p{L}{1,3}\d+)[xх](\d+)$/u.exec(typed)?.slice(1)
  const listed = /[,;+/]/.test(typed) && !isNumber(typed) ? typed.split(/[,;+/]+/).filter(Boolean) : []
  return [
    ...(diameter ? [[diameter]] : []),
    ...[glued, sized].flatMap((parts) => (parts ? [parts] : [])),
    ...(listed.length > 1 && listed.length <= LISTED_MAX ? [listed] : []),
  ]
}

function joinedWith(typed: string, next: string | undefined): string | null {
  if (next === undefined || !isWord(typed)) {
    return null
  }
  return isWord(next) || (typed.length <= MARK_MAX && /^\d/.test(next)) ? typed + next : null
}

/** Words that are like no other are looked for among all of the catalogue, and in parts. Whoever types so many of them has not made errors. */
const UNKNOWN_MAX = 5

/** Forms of which must be known next what the catalogue knows of them, or which words are like them. */
export interface MissingForms {
  known: string[]
  near: string[]
}

/**
 * What is to be looked up next before {@link correctQuery} can tell what was meant: each time no more than what has been found so far leaves open, since to look for words alike, and
 * for all parts of a word, takes longer than all else. Empty when all is there.
 */
export function missingForms(tokens: readonly TokenForms[], known: ReadonlyMap<string, KnownForm>): MissingForms {
  const unasked = (forms: readonly string[]) => [...new Set(forms)].filter((form) => !isNumber(form) && !known.has(form))
  const whole = unasked(tokens.flatMap(({ typed, heard, joined }) => [typed, ...heard, ...(joined === null ? [] : [joined])]))
  if (whole.length > 0) {
    return { known: whole, near: [] }
  }
  const isKnown = knownAmong(known)
  const unknown = inPieces(tokens, isKnown)
    .flatMap(({ token }) => (token !== null && ![token.typed, ...token.heard].some(isKnown) ? [token] : []))
    .slice(0, UNKNOWN_MAX)
  const near = unknown.flatMap((token) => unlikeForm(token, known) ?? [])
  if (near.length > 0) {
    return { known: [], near: [...new Set(near)] }
  }
  const unlike = unknown.filter(({ typed, heard }) => nearestOf([typed, ...heard], known) === null)
  return { known: unasked(unlike.flatMap(({ apart }) => apart.flat())), near: [] }
}

/** The next form of a token for which words alike must be looked for; null when one is found or there is no other form. */
function unlikeForm({ typed, heard }: TokenForms, known: ReadonlyMap<string, KnownForm>): string | null {
  for (const form of [typed, ...heard].filter(isWord)) {
    const found = known.get(form)
    if (!found?.near) {
      return form
    }
    if (nearest(form, found) !== null) {
      return null
    }
  }
  return null
}

const knownAmong =
  (known: ReadonlyMap<string, KnownForm>) =>
  (form: string): boolean =>
    isNumber(form) || (known.get(form)?.is_known ?? false)

/** A token, or what it is with the next one. */
type PieceOfText = { joined: string; token: null } | { joined: null; token: TokenForms }

function inPieces(tokens: readonly TokenForms[], isKnown: (form: string) => boolean): PieceOfText[] {
  const pieces: PieceOfText[] = []
  for (let place = 0; place < tokens.length; place++) {
    const token = tokens[place]
    const next = tokens[place + 1]
    if (token?.joined && isKnown(token.joined) && (!isKnown(token.typed) || !isKnown(next?.typed ?? "") || token.typed.length <= 2)) {
      pieces.push({ joined: token.joined, token: null })
      place++
    } else if (token) {
      pieces.push({ joined: null, token })
    }
  }
  return pieces
}

/** Up to so many errors a word of this length is still the same word. */
function errorsMax(length: number): number {
  if (length < CORRECTED_FROM) {
    return 0
  }
  if (length <= 5) {
    return 1
  }
  return length <= 9 ? 2 : 3
}

/**
 * What was meant by a text that finds nothing: each token as typed if the catalogue knows it, else with the next as one, under the other layout or by ear if it
 * knows that, else the nearest word to any of these, else its parts. A word that is like nothing is left out where another is known; a code is not, since whoever types one means
 * that very thing.
 *
 * @returns null when it is the text itself
 */
export function correctQuery(tokens: readonly TokenForms[], known: ReadonlyMap<string, KnownForm>): string | null {
  const isKnown = knownAmong(known)
  const meant = inPieces(tokens, isKnown).map(({ joined, token }) => {
    if (token === null) {
      return { words: [joined], isFound: true }
    }
    const words = meantBy(token, known, isKnown)
    return { words: words ?? [token.typed], isFound: words !== null || !isWord(token.typed) }
  })
  const found = meant.filter(({ isFound }) => isFound)
  const text = (found.some(({ words }) => words.some(saysSomething)) ? found : meant).flatMap(({ words }) => words).join(" ")
  return text === tokens.map(({ typed }) => typed).join(" ") ? null : text
}

function meantBy(
  { typed, heard, apart }: TokenForms,
  known: ReadonlyMap<string, KnownForm>,
  isKnown: (form: string) => boolean
): string[] | null {
  const read = [typed, ...heard].find(isKnown) ?? nearestOf([typed, ...heard], known)
  return read === null ? (apart.find((parts) => parts.every(isKnown)) ?? null) : [read]
}

function nearestOf(forms: readonly string[], known: ReadonlyMap<string, KnownForm>): string | null {
  for (const form of forms.filter(isWord)) {
    const word = nearest(form, known.get(form))
    if (word !== null) {
      return word
    }
  }
  return null
}

/** Fewest errors first, then the word that is nearer as a whole, begins alike and is the more frequent. */
function nearest(typed: string, form: KnownForm | undefined): string | null {
  const most = errorsMax(typed.length)
  const candidates = (form?.near ?? [])
    .map((near) => ({ ...near, ...wordDistance(typed, near.word), begins: near.word.charAt(0) === typed.charAt(0) ? 0 : 1 }))
    .filter(({ beginning, entries }) => beginning <= (entries === OF_SYNONYMS ? Math.max(most - 1, 1) : most))
    .sort((a, b) => a.beginning - b.beginning || a.whole - b.whole || a.begins - b.begins || b.entries - a.entries)
  return candidates[0]?.word ?? null
}
