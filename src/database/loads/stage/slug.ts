const LATIN: Record<string, string> = {
  а: "a", б: "b", в: "v", г: "g", д: "d", е: "e", ё: "e", ж: "zh", з: "z", и: "i", й: "y", к: "k", л: "l", м: "m", н: "n", о: "o",
  п: "p", р: "r", с: "s", т: "t", у: "u", ф: "f", х: "kh", ц: "ts", ч: "ch", ш: "sh", щ: "shch", ъ: "", ы: "y", ь: "", э: "e", ю: "yu",
  я: "ya", і: "i", ї: "yi", є: "ye", ґ: "g",
} // prettier-ignore

/** A name as a part of an address: Cyrillic transliterated, everything but a–z and 0–9 turned into single dashes, at most 60 characters. */
export function slug(name: string): string {
  const latin = name.toLowerCase().replace(/[а-яёіїєґ]/g, (letter) => LATIN[letter] ?? "")
  const dashed = latin.replace(/[^a-z0-9]+/g, "-").slice(0, 60)
  return dashed.replace(/^-+|-+$/g, "") || "item"
}
