/** The city that an address names ("г. Пермь, ул. Ленина", "125009, г Москва"); null where it names none. */
export function cityOf(address: string | null): string | null {
  const [, city] = /(?:^|[\s,])(?:г\.?|город)\s+(\p{Lu}[\p{L} -]*?)(?=\s*(?:,|$))/u.exec(address ?? "") ?? []
  return city ?? null
}
