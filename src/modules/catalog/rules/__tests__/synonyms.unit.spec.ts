import fc from "fast-check"
import { chooseSynonyms, MEANT_MAX } from "../choose-synonyms"
import { DEFAULT_SYNONYMS } from "../default-synonyms"
import { otherForms } from "../other-forms"
import { parseQuery, synonymForms } from "../parse-query"
import { hasNumber, saysSomething, SYNONYM_LENGTH_MAX, SYNONYM_WORDS_MAX, synonymKey, tidySynonyms } from "../synonym-draft"

describe("a word whose vowel comes and goes", () => {
  it.each([
    ["молотки", "молоток"],
    ["молотков", "молоток"],
    ["молоток", "молотка"],
    ["розеток", "розетка"],
    ["розетками", "розеток"],
    ["ручка", "ручек"],
    ["крючки", "крючок"],
    ["гайка", "гаек"],
    ["гаек", "гайка"],
    ["кастрюльки", "кастрюлек"],
    ["резцы", "резец"],
    ["кольца", "колец"],
    ["колец", "кольца"],
    ["ремни", "ремень"],
    ["стержень", "стержня"],
    ["бензопилы", "бензопила"],
  ])("«%s» is «%s» too", (word, other) => {
    expect(otherForms(word)).toContain(other)
  })

  it.each(["дрель", "ключи", "сверло", "makita", "18в", "к", "ок", ""])("«%s» has no other form", (word) => {
    expect(otherForms(word)).toEqual([])
  })
})

describe("choosing synonyms", () => {
  const typed = (...words: string[]) => words.map((word) => ({ form: word, stem: word }))

  it("takes the term with the most words, wherever they stand, and what other words mean besides", () => {
    const terms = [
      { stems: ["шлифмашина"], meant: ["ШМ"] },
      { stems: ["угловая", "шлифмашина"], meant: ["УШМ"] },
      { stems: ["круг"], meant: ["диск"] },
    ]
    expect(chooseSynonyms(typed("шлифмашина", "круг", "угловая"), terms)).toEqual([
      { forms: ["шлифмашина", "угловая"], meant: ["УШМ"] },
      { forms: ["круг"], meant: ["диск"] },
    ])
  })

  it("takes together what two groups say of the same word, once", () => {
    const terms = [
      { stems: ["клещи"], meant: ["кусачки", "бокорезы"] },
      { stems: ["клещи"], meant: ["кусачки", "щипцы"] },
    ]
    expect(chooseSynonyms(typed("клещи"), terms)).toEqual([{ forms: ["клещи"], meant: ["кусачки", "бокорезы", "щипцы"] }])
  })

  it("takes no more texts than so many, however many groups have the word", () => {
    const terms = Array.from({ length: 500 }, (_, group) => ({ stems: ["клещи"], meant: [`первое ${group}`, `второе ${group}`] }))
    const [chosen] = chooseSynonyms(typed("клещи"), terms)
    expect(chosen?.meant).toHaveLength(MEANT_MAX)
    expect(chosen?.meant.slice(0, 3)).toEqual(["первое 0", "второе 0", "первое 1"])
  })
})

describe("a search text with synonyms", () => {
  it("finds any of what its words mean, as the very words, and ranks what has those that were typed first", () => {
    const parsed = parseQuery("болгарка bosch", [{ forms: ["болгарка"], meant: ["УШМ", "угловая шлифмашина"] }])
    expect(parsed).toMatchObject({
      words: "'bosch':* & (('болгарка':* | 'болгарок') | 'ушм' | ('угловая' & 'шлифмашина'))",
      typed: "('болгарка':* | 'болгарок') & 'bosch':*",
      plain: "болгарка bosch",
      leading: "болгарка болгарок bosch ушм угловая шлифмашина",
    })
  })

  it("finds what a code stands for beside the articles that hold it", () => {
    const [code] = parseQuery("вд-40", [{ forms: synonymForms("вд-40"), meant: ["WD-40"] }]).codes
    expect(code?.key).toBe("BД40")
    expect(code?.word).toContain("'wd-40'")
  })

  it("finds what the letters before a number mean", () => {
    const { words } = parseQuery("узо 40", [{ forms: ["узо"], meant: ["ВДТ"] }])
    expect(words).toBe("((('узо':* | 'вдт') & '40':*) | ('узо40':* | 'yзo40':* | 'узо-40':* | 'yзo-40':*))")
  })

  it.each([
    ["вд-40", ["bд40"]],
    ["ВД 40", ["bд40", "вд"]],
    ["дрель-шуруповёрт 18 В", ["дрель", "шуруповерт"]],
    ["3,5х35 10 мм", []],
  ])("«%s» may be known by %j", (text, forms) => {
    expect(synonymForms(text)).toEqual(forms)
  })

  it("stays as it is where letters before numbers are one term", () => {
    expect(parseQuery("ду 15 пн 16", [{ forms: ["ду", "пн"], meant: ["кран"] }]).words).toBe(parseQuery("ду 15 пн 16").words)
  })

  it("lets through no character that means something to a text query", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), fc.string({ unit: "grapheme", maxLength: 60 }), (text, meant) => {
        fc.pre(synonymKey(meant) !== "")
        const forms = synonymForms(text)
        const { words, typed, codes } = parseQuery(text, forms.length > 0 ? [{ forms, meant: [meant] }] : [])
        for (const operand of [words, typed ?? "", ...codes.map(({ word }) => word)]) {
          const unquoted = operand.replace(/'[\p{L}\p{M}\p{N}.,/×·²-]*'(:\*)?/gu, "")
          expect(unquoted).toMatch(/^(?: (?:&|\||<->) |[()])*$/)
        }
      })
    )
  })
})

describe("a group of synonyms", () => {
  it("is tidied: blanks, what is said twice, what has no letter", () => {
    expect(tidySynonyms({ words: ["  Шуруповёрт ", "шуруповерт", "--"], stands_for: ["дрель  ударная", "ШУРУПОВЁРТ"] })).toEqual({
      words: ["Шуруповёрт"],
      stands_for: ["дрель ударная"],
    })
  })

  it.each([
    [["болгарка", "УШМ"], [], true],
    [["вэдэшка"], ["WD-40"], true],
    [["болгарка"], [], false],
    [[], ["УШМ", "болгарка"], false],
  ])("of %j for %j says something: %s", (words, stands_for, expected) => {
    expect(saysSomething({ words, stands_for })).toBe(expected)
  })
})

describe("a word of synonyms", () => {
  it.each([
    ["диск 125", true],
    ["WD 40", true],
    ["18 В", true],
    ["саморез 3,5 x 35", true],
    ["WD-40", false],
    ["дрель-шуруповёрт", false],
    ["сверло SDS", false],
  ])("«%s» has a number of its own: %s", (text, expected) => {
    expect(hasNumber(text)).toBe(expected)
  })
})

describe("the default synonyms", () => {
  it("are groups as the staff could have written them, each once", () => {
    for (const group of DEFAULT_SYNONYMS) {
      const texts = [...group.words, ...group.stands_for]
      expect(tidySynonyms(group)).toEqual(group)
      expect(saysSomething(group)).toBe(true)
      expect(group.words.filter(hasNumber)).toEqual([])
      expect(Math.max(group.words.length, group.stands_for.length)).toBeLessThanOrEqual(SYNONYM_WORDS_MAX)
      expect(texts.filter((text) => text.length > SYNONYM_LENGTH_MAX || text.includes("'"))).toEqual([])
    }
    const said = DEFAULT_SYNONYMS.map(({ words, stands_for }) => JSON.stringify([words, stands_for]))
    expect(new Set(said).size).toBe(said.length)
  })
})
