import { otherLayout } from "./other-layout"
import { wordDistance } from "./word-distance"

/** A word of the catalogue's titles, in how many listed entries it stood when they were last counted. */
export interface LexiconWord {
  word: string
  entries: number
}

/** What the catalogue knows of a form of a token. */
export interface KnownForm {
  /** Some title has a word that begins so, in any of its forms; or some article contains it. */
  is_known: boolean
  /** Words that look like it; none for a code. */
  near: readonly LexiconWord[]
}

/** A token as typed, and as it reads under the other keyboard layout. */
export interface TokenForms {
  typed: string
  other: string | null
}

/** The tokens of a search text in both readings. */
export const tokenForms = (tokens: readonly string[]): TokenForms[] => tokens.map((typed) => ({ typed, other: otherLayout(typed) }))

/** Letters from which on a word is corrected: three differ by one from too many others. */
export const CORRECTED_FROM = 4

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
 * What was meant by a text that finds nothing: each token as typed if the catalogue knows it, else as under the other layout if it knows that, else
 * the nearest word to either; what is like nothing stays.
 *
 * @returns null when it is the text itself
 */
export function correctQuery(tokens: readonly TokenForms[], known: ReadonlyMap<string, KnownForm>): string | null {
  const meant = tokens.map(({ typed, other }) => {
    if (known.get(typed)?.is_known) {
      return typed
    }
    if (other !== null && known.get(other)?.is_known) {
      return other
    }
    return nearest(typed, known.get(typed)) ?? (other === null ? null : nearest(other, known.get(other))) ?? typed
  })
  return meant.some((word, place) => word !== tokens[place]?.typed) ? meant.join(" ") : null
}

/** Fewest errors first, then the word that is nearer as a whole, begins alike and is the more frequent. */
function nearest(typed: string, form: KnownForm | undefined): string | null {
  const most = errorsMax(typed.length)
  const candidates = (form?.near ?? [])
    .map((near) => ({ ...near, ...wordDistance(typed, near.word), begins: near.word.charAt(0) === typed.charAt(0) ? 0 : 1 }))
    .filter(({ beginning }) => beginning <= most)
    .sort((a, b) => a.beginning - b.beginning || a.whole - b.whole || a.begins - b.begins || b.entries - a.entries)
  return candidates[0]?.word ?? null
}
