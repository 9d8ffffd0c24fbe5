/** A word of a search text as typed, with the stems of all its forms. */
export interface TypedForm {
  form: string
  stem: string
}

/** A text that the supplier's synonyms know, and what else it means. */
export interface SynonymTerm {
  /** Of its words that are no stop words. */
  stems: string[]
  meant: string[]
}

/** What is sought besides some words of a search text. */
export interface Synonym {
  /** The words as typed, which together are one term. */
  forms: string[]
  /** Texts any of which will do. */
  meant: string[]
}

/** Texts that are sought besides the same words: each is so many looks into the index, and any number of groups may say something of one word. */
export const MEANT_MAX = 36

/**
 * Which synonyms hold for a text: of terms that share words with one another the one with the most words («угловая шлифмашина» goes before «шлифмашина»),
 * wherever its words stand. What groups say of the same words is taken together, {@link MEANT_MAX} texts at most; what a synonym means is not looked up again.
 */
export function chooseSynonyms(typed: readonly TypedForm[], terms: readonly SynonymTerm[]): Synonym[] {
  const chosen: Synonym[] = []
  for (const { stems, meant } of [...terms].sort((a, b) => b.stems.length - a.stems.length)) {
    const forms = unique(typed.filter(({ stem }) => stems.includes(stem)).map(({ form }) => form))
    const same = chosen.find((each) => each.forms.length === forms.length && each.forms.every((form) => forms.includes(form)))
    if (same) {
      same.meant = unique([...same.meant, ...meant]).slice(0, MEANT_MAX)
    } else if (!chosen.some((each) => each.forms.some((form) => forms.includes(form)))) {
      chosen.push({ forms, meant: unique(meant) })
    }
  }
  return chosen
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]
