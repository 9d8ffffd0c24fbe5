/** How Russian letters are written in Latin ones; where there are several ways, the first is the one that is written. */
const PAIRS: readonly (readonly [russian: string, ...latin: string[]])[] = [
  ["щ", "shch", "sch"],
  ["ж", "zh"],
  ["ч", "ch"],
  ["ш", "sh"],
  ["ю", "yu", "ju"],
  ["я", "ya", "ja"],
  ["е", "e", "yo", "jo"],
  ["х", "kh", "h"],
  ["ц", "ts", "c"],
  ["а", "a"],
  ["б", "b"],
  ["в", "v", "w"],
  ["г", "g"],
  ["д", "d"],
  ["з", "z"],
  ["и", "i"],
  ["й", "y", "j"],
  ["к", "k", "q"],
  ["л", "l"],
  ["м", "m"],
  ["н", "n"],
  ["о", "o"],
  ["п", "p"],
  ["р", "r"],
  ["с", "s"],
  ["т", "t"],
  ["у", "u"],
  ["ф", "f"],
  ["кс", "x"],
  ["ы", "y"],
  ["э", "e"],
  ["ъ", ""],
  ["ь", ""],
]

const latinOf = new Map(PAIRS.map(([russian, latin = ""]) => [russian, latin]))
const russianOf = PAIRS.flatMap(([russian, ...all]) => all.filter(Boolean).map((latin) => [latin, russian] as const)).sort(
  ([a], [b]) => b.length - a.length
)

/**
 * The same by ear in the other alphabet: «макита» is "makita", "perforator" is «перфоратор». Lower case, without ё.
 *
 * @returns null for what has no letter, or letters of both alphabets
 */
export function transliterate(word: string): string | null {
  if (/^\p{Script=Cyrillic}+$/u.test(word)) {
    return [...word].map((letter) => latinOf.get(letter) ?? letter).join("")
  }
  return /^[a-z]+$/.test(word) ? inRussian(word) : null
}

function inRussian(word: string): string {
  const [latin, russian] = russianOf.find(([each]) => word.startsWith(each)) ?? [word.charAt(0), word.charAt(0)]
  return word === "" ? "" : russian + inRussian(word.slice(latin.length))
}
