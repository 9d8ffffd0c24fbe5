import fc from "fast-check"
import { categoryTree } from "../category-tree"
import { normaliseSearchKey } from "../normalise-search-key"
import { parseQuery } from "../parse-query"
import { type ArticleCandidate, resolveArticle } from "../resolve-article"

describe("normalising an article", () => {
  it.each([
    ["BO-27.308", "BO27308"],
    ["во 27308", "BO27308"],
    ["ёж-1", "EЖ1"],
    ["ЁЖ-1", "EЖ1"],
    ["ｘ１", "X1"],
    ["§ – …", null],
    ["", null],
  ])("makes «%s» into %s", (value, key) => {
    expect(normaliseSearchKey(value)).toBe(key)
  })

  it("changes nothing the second time, and leaves only digits and letters", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const key = normaliseSearchKey(value)
        expect(key === null || /^[0-9A-ZА-Я]+$/.test(key)).toBe(true)
        expect(key === null ? null : normaliseSearchKey(key)).toBe(key)
      })
    )
  })
})

describe("parsing a search text", () => {
  const nothing = { words: "", codes: [], whole: null, plain: "", leading: "", typed: null, numbers: "", patterns: [] }

  it.each([
    ["накидных ключей", { words: "'накидных':* & 'ключей':*", plain: "накидных ключей", leading: "накидных ключей" }],
    ["Шуруповёрт", { words: "'шуруповерт':*", plain: "шуруповерт", leading: "шуруповерт" }],
    ["ключ-трещотка", { words: "'ключ':* & ('трещотка':* | 'трещоток')", plain: "ключ трещотка", leading: "ключ трещотка трещоток" }],
    ["cверло", { words: "'сверло':*", plain: "сверло", leading: "сверло" }],
    ["перчатки L", { words: "('перчатки':* | 'перчаток') & 'l'", plain: "перчатки", leading: "перчатки перчаток" }],
    ["% _ ' \\ & ! :*", {}],
    ["", {}],
  ])("«%s» is of words", (text, parsed) => {
    expect(parseQuery(text)).toEqual({ ...nothing, ...parsed })
  })

  it.each([
    ["BO-27308", { words: "", codes: [{ key: "BO27308", word: "('bo-27308':* | 'во-27308':*)" }], whole: null }],
    ["во 27308", { words: "'во':*", codes: [{ key: "27308", word: "'27308':*" }], whole: "BO27308" }],
    ["ключ 8", { words: "'ключ':* & ('8' | ('м8':* | 'm8':*))", codes: [], whole: "KЛЮЧ8" }],
    ["рулетка 8", { words: "('рулетка':* | 'рулеток') & ('8' | ('м8':* | 'm8':*))", codes: [], whole: null }],
  ])("«%s» may be an article", (text, parsed) => {
    expect(parseQuery(text)).toMatchObject(parsed)
  })

  it.each([
    ["18в", "('18в':* | '18v':* | ('18' <-> 'в') | ('18' <-> 'v'))"],
    ["5л", "('5л':* | '5l':* | ('5' <-> 'л') | ('5' <-> 'l'))"],
    [
      "50 мм²",
      "('50мм':* | '50mm':* | ('50' <-> 'мм') | ('50,0' <-> 'мм') | ('50.0' <-> 'мм') | ('50' <-> 'mm') | ('50,0' <-> 'mm') | ('50.0' <-> 'mm') | ('50' <-> 'мм²') | ('50,0' <-> 'мм²') | ('50.0' <-> 'мм²'))",
    ],
    ["120 мм", "('120мм':* | '120mm':* | ('120' <-> 'мм') | ('120' <-> 'mm') | ('120' <-> 'мм²'))"],
    ["7.5", "('7.5' | '7,5' | ('7' <-> '5х':*) | ('7' <-> '5x':*) | 'size7p5')"],
    ["7.5в", "('7.5в' | '7,5в' | '7.5v' | '7,5v' | ('7.5' <-> 'в') | ('7,5' <-> 'в') | ('7.5' <-> 'v') | ('7,5' <-> 'v'))"],
    ["12x13", "('12х13':* | '12x13':* | 'м12х13':* | 'm12x13':* | '12×13' | ('12' <-> '13') | ('12' <-> 'х' <-> '13'))"],
    ["м8", "('м8':* | 'm8':*)"],
    ["ушм125", "('ушм125':* | 'yшm125':* | 'ушм-125':* | 'yшm-125':*)"],
    ["8х40", "('8х40':* | '8x40':* | 'м8х40':* | 'm8x40':* | '8×40' | ('8' <-> '40') | ('8' <-> 'х' <-> '40'))"],
    ["ф-8", "('ф-8':* | 'ф8':*)"],
  ])("%s is sought as titles write it", (token, operand) => {
    const { words, codes } = parseQuery(token)
    expect([...codes.map(({ word }) => word), words].find(Boolean)).toBe(operand)
  })

  it.each([
    ["18 вольт", "18в"],
    ["12 * 13", "12х13"],
    ["12 × 13", "12х13"],
    ["2 А·ч", "2ач"],
    ["⌀ 6", "6"],
    ["№6,", "6"],
    ["5 мм2", "5мм"],
    ["18 В,", "18в"],
  ])("«%s» is sought as «%s»", (text, same) => {
    expect(parseQuery(text).numbers).toBe(parseQuery(same).numbers)
  })

  it("letters and the number behind them may be one word", () => {
    expect(parseQuery("м 8").words).toBe("(('м' & '8') | ('м8':* | 'm8':*))")
  })

  it.each([
    ["5 л", "бак 5 л", "бак 1,5 л"],
    ["18 вольт", "18В, 2 шт", "18 шт, 12 В"],
    ["2 ач", "18 В, 2 А·ч", "2 А, ч"],
    ["5 кг", "5 Кг.", "5 кгс"],
    ["5", "№5, к", "5,5 кВт"],
    ["7,5", "7.5 м", "17,5 м"],
    ["10", "10мм", "100 мм"],
  ])("the number of «%s» stands in «%s», not in «%s»", (text, title, other) => {
    const [pattern = ""] = parseQuery(text).patterns
    expect([title, other].map((each) => new RegExp(pattern).test(each))).toEqual([true, false])
  })

  it("looks at ten tokens of a long text", () => {
    const { words } = parseQuery(Array.from({ length: 11 }, (_, index) => "абвгдежзикл".charAt(index).repeat(3)).join(" "))
    expect(words.split(" & ")).toHaveLength(10)
  })

  it("lets through no character that means something to LIKE or to a text query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
        const { words, codes, whole } = parseQuery(text)
        const { numbers } = parseQuery(text)
        for (const operand of [words, numbers, ...codes.map(({ word }) => word)]) {
          const unquoted = operand.replace(/'[\p{L}\p{M}\p{N}.,/×·²-]*'(:\*)?/gu, "")
          expect(unquoted).toMatch(/^(?: (?:&|\||<->) |[()])*$/)
        }
        for (const key of [whole, ...codes.map((code) => code.key)]) {
          expect(key === null || /^[0-9A-ZА-Я]{3,}$/.test(key)).toBe(true)
        }
      })
    )
  })
})

describe("resolving an article", () => {
  const candidate = (entry_key: number, change: Partial<ArticleCandidate> = {}): ArticleCandidate => ({
    entry_key,
    variant_id: `variant_${entry_key}`,
    article: "A-1",
    sku: null,
    title: "Ключ",
    variant_title: null,
    is_listed: true,
    ...change,
  })
  const hidden = candidate(9, { is_listed: false })

  it("finds the only listed entry, whatever is off the list", () => {
    expect(resolveArticle("a1", [hidden, candidate(1)])).toMatchObject({ outcome: "found", entry: { entry_key: 1 } })
  })

  it("tells an entry off the list from none at all", () => {
    expect(resolveArticle("a1", [hidden])).toMatchObject({ outcome: "not_listed", entry: { entry_key: 9 } })
    expect(resolveArticle("a1", [])).toEqual({ outcome: "unknown" })
  })

  it("prefers the one spelled as asked, by article or SKU", () => {
    const others = [candidate(1, { article: "A1" }), candidate(2, { article: "a.1", sku: "A/1" })]
    expect(resolveArticle(" A1 ", others)).toMatchObject({ outcome: "found", entry: { entry_key: 1 } })
    expect(resolveArticle("A/1", others)).toMatchObject({ outcome: "found", entry: { entry_key: 2 } })
  })

  it("never guesses between entries of one article", () => {
    const twins = [candidate(1), candidate(2), hidden]
    expect(resolveArticle("A-1", twins)).toEqual({ outcome: "ambiguous", candidates: twins.slice(0, 2) })
    expect(resolveArticle("a 1", twins)).toMatchObject({ outcome: "ambiguous" })
  })
})

describe("the category tree", () => {
  const facts = { type: "stock" as const, label: null }
  const row = (id: string, parent_id: string | null) => ({ id, name: id, parent_id, rank: 0, entry_count: 1, ...facts })
  const node = (id: string, children: object[] = []) => ({ id, name: id, entry_count: 1, ...facts, children })

  it("keeps the order of siblings at every depth", () => {
    expect(categoryTree([row("b", null), row("a", null), row("d", "b"), row("c", "b"), row("e", "c")])).toEqual([
      node("b", [node("d"), node("c", [node("e")])]),
      node("a"),
    ])
  })

  it("leaves out what hangs under a hidden parent, and does not loop on a ring", () => {
    expect(categoryTree([row("a", null), row("x", "hidden"), row("y", "x"), row("p", "q"), row("q", "p")])).toEqual([node("a")])
  })
})
