import { containing } from "../like"

/** The expressions are those of the trigram indexes (Migration20261122110030): a search by part of a word reads no table as a whole. */
const PERSON_WORDS = `lower(translate(p.name || ' ' || p.email, 'Ёё', 'Ее'))`
const PERSON_PHONE = `regexp_replace(coalesce(p.phone, ''), '[^0-9]', '', 'g')`

/** Digits fewer than these say nothing about a phone. */
const PHONE_DIGITS_MIN = 4

/** What is looked for: patterns of LIKE, as bindings of a statement with {@link personMatches} in it. */
export interface PersonSearch {
  words: string
  /** Only where the text may be a phone. */
  phone?: string
}

/** The text as it is compared: letter case aside, ё as е. The trunk prefix of a phone differs between notations: 8 916… and +7 916…. */
export function personSearch(q: string): PersonSearch {
  const words = containing(q.toLowerCase().replaceAll("ё", "е"))
  const digits = /[^\d\s()+-]/.test(q) ? "" : q.replace(/\D/g, "")
  return digits.length < PHONE_DIGITS_MIN ? { words } : { words, phone: `%${digits.length === 11 ? digits.slice(1) : digits}%` }
}

/** SQL conditions on the employee `p`, one a way to find him: each has an index of its own, so they are asked one by one. */
export function personMatches({ phone }: PersonSearch): string[] {
  return [`${PERSON_WORDS} like :words`, ...(phone === undefined ? [] : [`${PERSON_PHONE} like :phone`])]
}
