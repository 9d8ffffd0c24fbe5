const PATRONYMIC = /(вич|ьич|мич|нич|вна|чна|шна)$/i
const SURNAME = /(ов|ев|ёв|ова|ева|ёва|ин|ина|ын|ына|ский|ская|цкий|цкая|ой|ых|их|ко|ук|юк|як|ян|дзе|швили|ая)$/i

/** First names that end as surnames do. */
const FIRST_NAMES = new Set(
  (
    "константин валентин вениамин мартин августин марина ирина галина полина екатерина кристина алина валентина арина дина зина регина ангелина каролина " +
    "карина сабина эвелина альбина антонина нина лина лев яков иван герман роман марьян"
  ).split(" ")
)

/**
 * The first name in the name of a person, as a stranger may read it; null where the words do not tell which it is, lest a surname is shown. 1C writes
 * the surname first, people write it last; a patronymic tells the two apart, else how surnames end.
 */
export function firstName(name: string): string | null {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const patronymic = words.findIndex((word, place) => place > 0 && PATRONYMIC.test(word))
  if (patronymic > 0) {
    return words[patronymic - 1] ?? null
  }
  if (words.every((word) => /^[a-z'-]+$/i.test(word))) {
    return words.length > 1 ? (words[0] ?? null) : null
  }
  const candidates = words.filter((word) => !isSurname(word))
  const [only] = candidates
  return words.length <= 2 && candidates.length === 1 && only !== undefined && !only.includes(".") ? only : null
}

function isSurname(word: string): boolean {
  return SURNAME.test(word) && !FIRST_NAMES.has(word.toLowerCase())
}
