/** Letters that are written alike in both alphabets, lower case. */
const CYRILLIC = "авекмнорстух"
const LATIN = "abekmhopctyx"

const latinOf = new Map([...CYRILLIC].map((letter, place) => [letter, LATIN.charAt(place)]))
const cyrillicOf = new Map([...LATIN].map((letter, place) => [letter, CYRILLIC.charAt(place)]))

/** With Latin letters wherever they look alike: «м8» is "m8". */
export const inLatin = (text: string): string => [...text].map((letter) => latinOf.get(letter) ?? letter).join("")

/** With Cyrillic letters wherever they look alike: "ph2" is «рн2». */
export const inCyrillic = (text: string): string => [...text].map((letter) => cyrillicOf.get(letter) ?? letter).join("")

/** A word of both alphabets is one of the other whose letters were typed, or copied, alike: «cверло» with a Latin "c". Any other stays. */
export function inOneAlphabet(word: string): string {
  if (!/\p{Script=Latin}/u.test(word) || !/\p{Script=Cyrillic}/u.test(word)) {
    return word
  }
  return [inCyrillic(word), inLatin(word)].find((read) => /^\p{Script=Cyrillic}+$/u.test(read) || /^\p{Script=Latin}+$/u.test(read)) ?? word
}
