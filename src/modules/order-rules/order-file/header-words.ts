export type ColumnRole = "article" | "quantity" | "unit" | "own_number"

export interface HeaderWord {
  role: ColumnRole
  /** The smaller, the better: an "Артикул" goes before a "Код" when a form has both. */
  rank: number
}

/** Whole headers, after `normalizeHeader`, best first: what suppliers' and dealers' forms call their columns. */
const KNOWN_HEADERS: Record<ColumnRole, string[][]> = {
  article: [
    ["артикул", "арт", "sku", "article", "артикул товара"],
    ["код товара", "код номенклатуры", "номенклатурный номер", "каталожный номер", "item code", "product code", "part number", "item no"],
    ["код", "code", "item", "art"],
  ],
  quantity: [
    ["заказ", "заказать", "к заказу", "ваш заказ", "количество к заказу", "order", "your order", "order qty", "order quantity"],
    ["количество", "кол во", "колво", "кол", "qty", "quantity"],
    ["шт", "pcs"],
  ],
  unit: [["ед", "ед изм", "единица", "единица измерения", "ед измерения", "unit", "uom", "unit of measure"]],
  own_number: [
    [
      "код клиента",
      "код покупателя",
      "артикул клиента",
      "артикул покупателя",
      "customer code",
      "customer part number",
      "client code",
      "buyer code",
    ],
    [
      "ваш код",
      "ваш артикул",
      "наш код",
      "наш артикул",
      "свой код",
      "свой артикул",
      "your code",
      "your part number",
      "our code",
      "own code",
    ],
    ["внутренний код", "внутренний артикул", "internal code"],
  ],
}

/** A header that only begins with one of these ("Артикул поставщика", "Заказ, шт") still counts, behind the whole ones. */
const KNOWN_BEGINNINGS: Partial<Record<ColumnRole, RegExp>> = {
  article: /^(?:артикул|код товара|article|sku)(?: |$)/,
  quantity: /^(?:заказ|количество|кол во|qty|quantity|order)(?: |$)/,
}

/** "Количество в упаковке", "Остаток", "Мин. заказ" and their like are facts of the product, not what the dealer asks for. */
const NOT_WANTED =
  /упак|короб|остат|налич|склад|(?:^| )мин|кратн|цен|сумм|резерв|вес|дат|номер заказа|pack|box|stock|(?:^| )min|price|sum|avail|weight|date/

const KNOWN_RANKS = new Map<string, HeaderWord>(
  Object.entries(KNOWN_HEADERS).flatMap(([role, ranks]) =>
    ranks.flatMap((words, rank) => words.map((word): [string, HeaderWord] => [word, { role: role as ColumnRole, rank }]))
  )
)

/** Lower case, ё as е, every run of signs as one space: "Кол-во" and "КОЛ. ВО" are the same header. */
export function normalizeHeader(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/ё/g, "е")
    .replace(/[^\p{L}\d]+/gu, " ")
    .trim()
}

/** Tells which column a header names; null when it is none that an order needs. */
export function recognizeHeader(text: string): HeaderWord | null {
  const header = normalizeHeader(text)
  const known = KNOWN_RANKS.get(header)
  if (known) return known
  if (/\d/.test(header) || NOT_WANTED.test(header)) return null
  for (const role of ["article", "quantity"] as const) {
    if (KNOWN_BEGINNINGS[role]?.test(header)) return { role, rank: KNOWN_HEADERS[role].length }
  }
  return null
}
