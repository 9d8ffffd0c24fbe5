import { inCyrillic, inLatin } from "./look-alike"

/** Units as dealers write them, and how titles do: the first is what stands there most often. */
const UNITS: readonly (readonly [symbols: readonly string[], names: RegExp])[] = [
  [["в", "v"], /^(в|v|вольт\p{L}*|volts?)$/u],
  [["вт", "w"], /^(вт|w|ватт\p{L}*|watts?)$/u],
  [["квт", "kw"], /^(квт|kw|киловатт\p{L}*)$/u],
  [["а", "a"], /^(а|a|ампер\p{L}*)$/u],
  [["а·ч", "а ч", "ач", "ah"], /^(ач|ah)$/u],
  [["дж", "j"], /^(дж|j|джоул\p{L}*)$/u],
  [["мм", "mm", "мм²"], /^(мм|mm|миллиметр\p{L}*)$/u],
  [["см", "cm", "см²"], /^(см|cm|сантиметр\p{L}*)$/u],
  [["м", "m", "м²"], /^(м|m|метр|метра|метров|метровый|метровая)$/u],
  [["л", "l"], /^(л|l|литр|литра|литров)$/u],
  [["мл", "ml"], /^(мл|ml|миллилитр\p{L}*)$/u],
  [["г", "гр", "g"], /^(г|гр|g|gr|грамм\p{L}*)$/u],
  [["кг", "kg"], /^(кг|kg|кило|килограмм\p{L}*)$/u],
  [["шт", "pcs"], /^(шт|штук|штуки|штука|pcs)$/u],
]

const NUMBER = String.raw`\d+(?:[.,]\d+)?`
const MEASURE = new RegExp(`^(${NUMBER})(\\p{L}+)$`, "u")
const SIZE = new RegExp(`^${NUMBER}(?:[xх]${NUMBER})+$`, "u")
/** A mark with a hyphen that titles leave out: «е-27». */
const MARKED = /^(\p{L}{1,3})-(\d{1,3})$/u
const IS_NUMBER = new RegExp(`^${NUMBER}$`, "u")

/** The same without the hyphen that titles have: «ушм125», "wd40". */
const GLUED = /^(\p{L}{2,4})(\d{1,4})$/u
/** Of a thread the mark is often left out: «болт 8х40». */
const THREADED = /^\d{1,2}х\d{1,3}$/u
/**
 * With which a size may begin: «4,8» of «4,8х19», which PostgreSQL takes for two words. One that stands behind another number of it, the section of «3х2,5», is a word
 * `size2p5` besides (`Migration20261203050935`).
 */
const FRACTION = /^(\d+)[.,](\d+)$/
const LETTERS_OF_SIZE = ["х", "x"]
/** Titles of drills have «5,0 мм». */
const WHOLE = /^\d{1,2}$/
/** A single digit or letter is sought as a word of its own, not as the beginning of half of all words. */
const MIN_PREFIX_LENGTH = 2

const symbolsOf = (name: string): readonly string[] | null => UNITS.find(([, names]) => names.test(name))?.[0] ?? null

export const isNumber = (token: string): boolean => IS_NUMBER.test(token)
export const isUnit = (token: string): boolean => symbolsOf(token) !== null
/** A number with its unit, written as one: «18в». */
export const isMeasure = (token: string): boolean => isUnit(MEASURE.exec(token)?.[2] ?? "")
/** Two numbers or more with the letter between them, of either alphabet: «12х13». */
export const isSize = (token: string): boolean => SIZE.test(token)

/**
 * A token with a digit as an operand of `to_tsquery`: all ways in which titles write the same. Number and unit as one or as two, under either
 * alphabet, with comma or point, sizes with "x", «х» or «×».
 *
 * @param ending ":*" seeks what begins so, "" the very word
 */
export function numberOperand(token: string, ending: ":*" | ""): string {
  const safe = token.replace(/[^\p{L}\p{M}\p{N}.,/-]/gu, "")
  const [, number = safe, unit = ""] = MEASURE.exec(safe) ?? []
  const symbols = unit === "" ? null : symbolsOf(unit)
  const written =
    symbols === null
      ? [safe, safe.replace(MARKED, "$1$2"), safe.replace(GLUED, "$1-$2"), safe.replace(THREADED, "м$&")]
      : symbols.filter((symbol) => /^\p{L}+$/u.test(symbol)).map((symbol) => number + symbol)
  // Of what PostgreSQL takes apart, each part would be sought as a beginning: «2» of «2,4» is that of half of all numbers.
  const endingOf = (form: string) => (form.length < MIN_PREFIX_LENGTH || /[.,/]/.test(form) ? "" : ending)
  const asOne = unique(written.flatMap(spellings)).map((form) => quoted(form, endingOf(form)))
  const measured = symbols?.includes("мм") && WHOLE.test(number) ? [number, `${number},0`, `${number}.0`] : withEitherPoint(number)
  const asTwo = (symbols ?? []).flatMap((symbol) => measured.map((form) => phrase([form, ...symbol.split(" ")])))
  const sized = ending === "" ? null : FRACTION.exec(safe)
  const begun = sized ? LETTERS_OF_SIZE.map((letter) => `('${sized[1]}' <-> '${sized[2]}${letter}':*)`) : []
  const isSection = symbols === null || symbols.includes("мм")
  const section = ending === "" || !isSection ? null : FRACTION.exec(number)
  const asSection = section ? [quoted(`size${section[1]}p${section[2]}`, "")] : []
  const parts = SIZE.test(safe) ? safe.split(/[xх]/) : []
  const apart =
    parts.length > 0
      ? [quoted(parts.join("×"), ""), phrase(parts), phrase(parts.flatMap((part, place) => (place === 0 ? [part] : ["х", part])))]
      : []
  const all = unique([...asOne, ...asTwo, ...apart, ...begun, ...asSection])
  return all.length === 1 ? all.join("") : `(${all.join(" | ")})`
}

const unique = (texts: readonly string[]): string[] => [...new Set(texts)]

const quoted = (form: string, ending: string): string => `'${form}'${ending}`

const phrase = (words: readonly string[]): string => `(${words.map((word) => quoted(word, "")).join(" <-> ")})`

const withEitherPoint = (number: string): string[] => unique([number, number.replaceAll(",", "."), number.replaceAll(".", ",")])

/** Digits say nothing of the alphabet that the letters beside them are of; units are there in both. */
function spellings(form: string): string[] {
  if (isNumber(form) || isMeasure(form)) {
    return withEitherPoint(form)
  }
  const alphabets = unique([form, inLatin(form), inCyrillic(form)])
  return isSize(form) ? unique(alphabets.flatMap(withEitherPoint)) : alphabets
}

/**
 * A regular expression of PostgreSQL for a title in which the number stands as it is: 5 is not in «1,5 л», though the words of that are 1 and 5.
 *
 * @returns null for what is no number with or without a unit
 */
export function numberPattern(token: string): string | null {
  const [, number = token, unit = ""] = MEASURE.exec(token) ?? []
  const symbols = unit === "" ? null : symbolsOf(unit)
  if (!isNumber(number) || (unit !== "" && symbols === null)) {
    return null
  }
  const ending = symbols === null ? "($|[^0-9.,]|[.,]($|[^0-9]))" : ` ?(${symbols.map(inAnyCase).join("|")})(?![a-zа-яA-ZА-Я])`
  return `(^|[^0-9.,])${number.replace(/[.,]/, "[.,]")}${ending}`
}

const inAnyCase = (symbol: string): string =>
  [...symbol].map((letter) => (/\p{L}/u.test(letter) ? `[${letter}${letter.toUpperCase()}]` : letter)).join("")
