const LATIN: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu",
  я: "ya", і: "i", ї: "yi", є: "ye", ґ: "g",
} // prettier-ignore

const LENGTH_MAX = 60

/** What becomes of a character, by its code; of others a dash. Looked up by number, since a load asks for some fifty characters of each product. */
const PARTS: (string | undefined)[] = []
for (const [letter, latin] of Object.entries(LATIN)) {
  PARTS[letter.charCodeAt(0)] = latin
}
for (const plain of "abcdefghijklmnopqrstuvwxyz0123456789") {
  PARTS[plain.charCodeAt(0)] = plain
}

/** A name as a part of an address: Cyrillic transliterated, everything but a–z and 0–9 turned into single dashes, at most 60 characters. */
export function slug(name: string): string {
  const lower = name.toLowerCase()
  let dashed = ""
  let endsInDash = false
  for (let index = 0; index < lower.length && dashed.length < LENGTH_MAX; index++) {
    const part = PARTS[lower.charCodeAt(index)]
    if (part === undefined && !endsInDash) {
      dashed += "-"
    } else {
      dashed += part ?? ""
    }
    endsInDash = part === undefined || (part === "" && endsInDash)
  }
  return dashed.slice(0, LENGTH_MAX).replace(/^-+|-+$/g, "") || "item"
}
