/**
 * What 1C calls currencies → ISO 4217 in lower case. 1C keeps the short name that an accountant typed ("руб."),
 * the letter code (RUB, the old RUR), the digital code (643) or the full name; all are met in real files. Compared without dots and spaces.
 */
const ALIASES: Record<string, readonly string[]> = {
  rub: ["руб", "рубль", "рубли", "рублей", "р", "₽", "rur", "643", "810", "росруб", "рубрф", "российскийрубль", "российскиерубли"],
  uah: ["грн", "гривна", "гривня", "₴", "980"],
  usd: ["$", "дол", "долл", "доллар", "доллары", "долларсша", "долларысша", "840"],
  eur: ["€", "евро", "978"],
  kzt: ["тг", "тнг", "тенге", "₸", "398"],
  byn: ["белруб", "белорусскийрубль", "br", "933"],
  kgs: ["сом", "417"],
  uzs: ["сум", "860"],
  amd: ["драм", "051"],
  azn: ["манат", "₼", "944"],
  gel: ["лари", "₾", "981"],
  mdl: ["лей", "498"],
  cny: ["юань", "юаней", "¥", "156"],
}

const BY_ALIAS = new Map(Object.entries(ALIASES).flatMap(([code, aliases]) => aliases.map((alias) => [alias, code] as const)))
const LETTER_CODE = /^[a-z]{3}$/
const CAPITALS = /^[A-Z]{3}$/

/** ISO 4217 code in lower case; null when the name is neither known nor three Latin letters. */
export function parseCurrency(raw: string): string | null {
  const name = CAPITALS.test(raw) ? raw.toLowerCase() : raw.toLowerCase().replace(/[\s.]+/g, "")
  return BY_ALIAS.get(name) ?? (LETTER_CODE.test(name) ? name : null)
}

/** The name that 1C finds in its own list of currencies: «руб» for roubles, the letter code for the rest. */
export function currencyForErp(code: string): string {
  return code.toLowerCase() === "rub" ? "руб" : code.toUpperCase()
}
