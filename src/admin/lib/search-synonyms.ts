/** A group of words as the screens read it. */
export interface SynonymRow {
  id: string
  words: string[]
  /** Empty = the words mean each other. */
  stands_for: string[]
  /** Names its version: a change says which one was read. */
  updated_at: string
}

export interface SynonymList {
  synonym_groups: SynonymRow[]
  count: number
}

/** As many as the route takes, and as long. */
const WORDS_MAX = 12
const LENGTH_MAX = 60

/** One a line, or parted by commas; one between two digits is part of a number. */
const listed = (text: string): string[] => text.split(/[\n;]|(?<!\d),|,(?!\d)/).flatMap((line) => line.trim() || [])

/** What is sent; null while too little or too much is typed. */
export function synonymsOf(words: string, standsFor: string): Pick<SynonymRow, "words" | "stands_for"> | null {
  const sides = { words: listed(words), stands_for: listed(standsFor) }
  const isSaid = sides.words.length > 0 && sides.words.length + sides.stands_for.length > 1
  const isShort = Object.values(sides).every((texts) => texts.length <= WORDS_MAX && texts.every((text) => text.length <= LENGTH_MAX))
  return isSaid && isShort ? sides : null
}
