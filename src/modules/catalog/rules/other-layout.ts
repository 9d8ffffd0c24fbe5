/** Keys of the Latin layout, and what the same keys type in the Russian one. */
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"

const twinOf = new Map([...LATIN].flatMap((key, place) => twins(key, RUSSIAN.charAt(place))))

function twins(latin: string, russian: string): [string, string][] {
  return [
    [latin, russian],
    [russian, latin],
  ]
}

/**
 * What would have been typed by the same keys under the other keyboard layout, both ways: "ghbdtn" is «привет», «ьфлшеф» is "makita". Lower case.
 *
 * @returns null for a text without a letter, which is the same under both ("10,5")
 */
export function otherLayout(text: string): string | null {
  const lower = text.toLowerCase()
  return /\p{L}/u.test(lower) ? [...lower].map((key) => twinOf.get(key) ?? key).join("") : null
}
