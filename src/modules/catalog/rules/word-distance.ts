/** Vowels that sound alike where they bear no stress. */
const UNSTRESSED = ["ао", "еи", "ея", "еэ", "иы"]

/** Such a vowel for another is half an error: in «скаварада» all three are wrong. */
const replacing = (typed: string, meant: string): number =>
  typed === meant ? 0 : UNSTRESSED.some((pair) => pair.includes(typed) && pair.includes(meant)) ? 0.5 : 1

/**
 * How many typing errors lie between what was typed and a word: a letter too many, missing, wrong, or two neighbours exchanged, each counted once
 * (optimal string alignment).
 *
 * @returns `whole` to the word; `beginning` to that beginning of the word which is nearest, for a word that is still being typed
 */
export function wordDistance(typed: string, word: string): { whole: number; beginning: number } {
  const from = [...typed]
  const to = [...word]
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (const [row, letter] of from.entries()) {
    const line = [row + 1]
    for (const [column, other] of to.entries()) {
      const replaced = at(last, column) + replacing(letter, other)
      const best = Math.min(replaced, at(last, column + 1) + 1, at(line, column) + 1)
      const exchanged = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other
      line.push(exchanged ? Math.min(best, at(beforeLast, column - 1) + 1) : best)
    }
    beforeLast = last
    last = line
  }
  return { whole: at(last, to.length), beginning: Math.min(...last) }
}

const at = (line: readonly number[], column: number): number => line[column] ?? Number.POSITIVE_INFINITY
