import type { SynonymDraft } from "./default-synonyms"
import { isMereNumber, queryTokens } from "./parse-query"

/** Words of one group, on either side; texts of a few words each. */
export const SYNONYM_WORDS_MAX = 12
export const SYNONYM_LENGTH_MAX = 60
/** Groups of an installation: a text that finds nothing is compared with each of their words. */
export const SYNONYM_GROUPS_MAX = 1_000

/** As it is kept: blanks tidied, each text once, whatever its case, «ё» and signs; a text on both sides stands on the first. */
export function tidySynonyms({ words, stands_for }: SynonymDraft): SynonymDraft {
  const known = new Set<string>()
  const tidy = (texts: readonly string[]) =>
    texts
      .map((text) => text.trim().replace(/\s+/g, " "))
      .filter((text) => {
        const key = synonymKey(text)
        const isNew = key !== "" && !known.has(key)
        known.add(key)
        return isNew
      })
  const kept = tidy(words)
  return { words: kept, stands_for: tidy(stands_for) }
}

/** By which two texts are the same; empty for one without a letter or digit. */
export const synonymKey = (text: string): string => queryTokens(text).join(" ")

/** Whether a number, a size or a measure stands in it («диск 125», «WD 40» for «WD-40»): no search text is known by a term that has one. */
export const hasNumber = (text: string): boolean => queryTokens(text).some(isMereNumber)

/** Whether it says anything: two words that mean each other, or one that stands for another. */
export const saysSomething = ({ words, stands_for }: SynonymDraft): boolean => words.length > 0 && words.length + stands_for.length > 1
