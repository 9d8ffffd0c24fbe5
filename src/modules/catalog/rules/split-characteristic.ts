import { normaliseSearchKey } from "./normalise-search-key"

/** An article and the characteristic of it that is meant, both as keys to compare. */
export interface CharacteristicOfArticle {
  article_key: string
  characteristic_key: string
}

/** An article may hold blanks itself; more places to cut than this are not tried. */
const MAX_SPLITS = 4

/**
 * The ways in which a text may name an article and a characteristic of it: "SG-10393-49 красный", "SG-10393-49, красный", "SG-10393-49 / красный XL". Characteristics of one product
 * share its article in 1C, so the article alone does not tell them apart.
 */
export function splitCharacteristic(asked: string): CharacteristicOfArticle[] {
  const text = asked.trim()
  return [...text.matchAll(/[\s,;/#]+/g)].slice(0, MAX_SPLITS).flatMap((gap) => {
    const article_key = normaliseSearchKey(text.slice(0, gap.index))
    const characteristic_key = normaliseSearchKey(text.slice(gap.index))
    return article_key && characteristic_key ? [{ article_key, characteristic_key }] : []
  })
}
