const CYRILLIC_LOOK_ALIKES = "АВЕЁКМНОРСТУХ"
const LATIN_TWINS = "ABEEKMHOPCTYX"

const twinOf = new Map([...CYRILLIC_LOOK_ALIKES].map((letter, index) => [letter, LATIN_TWINS.charAt(index)]))

/**
 * An article or SKU as it is compared: upper case, letters and digits only, Cyrillic letters that look like Latin ones folded to
 * them, so that «во-27.308» typed in either alphabet finds "BO-27308". Twin of the SQL function `kontor_search_key`.
 *
 * @returns null when nothing is left
 */
export function normaliseSearchKey(value: string): string | null {
  const folded = value
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[АВЕЁКМНОРСТУХ]/g, (letter) => twinOf.get(letter) ?? letter)
  return folded.replace(/[^0-9A-ZА-Я]+/g, "") || null
}
