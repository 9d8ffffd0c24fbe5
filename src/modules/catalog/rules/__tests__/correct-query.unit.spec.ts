import { correctQuery, type KnownForm, missingForms, tokenForms } from "../correct-query"
import { otherLayout } from "../other-layout"
import { transliterate } from "../transliterate"
import { wordDistance } from "../word-distance"

describe("the other keyboard layout", () => {
  it.each([
    ["ghbdtn", "привет"],
    ["ьфлшеф", "makita"],
    ["rk.x", "ключ"],
    ["КЛ-10", "rk-10"],
    ["10,5", null],
  ])("%s is %s", (typed, meant) => {
    expect(otherLayout(typed)).toBe(meant)
  })
})

describe("the same by ear", () => {
  it.each([
    ["макита", "makita"],
    ["perforator", "перфоратор"],
    ["shchetka", "щетка"],
    ["m8", null],
    ["кедp", null],
  ])("%s is %s", (typed, heard) => {
    expect(transliterate(typed)).toBe(heard)
  })
})

describe("a list that was typed without blanks", () => {
  const parts = (count: number) => Array.from({ length: count }, (_, place) => `a${place}`)

  it("is taken apart up to ten parts", () => {
    expect(tokenForms([parts(10).join(",")])[0]?.apart).toEqual([parts(10)])
    expect(tokenForms([parts(11).join(",")])[0]?.apart).toEqual([])
  })
})

describe("errors between two words", () => {
  it.each([
    ["дрель", "дрель", 0],
    ["дерль", "дрель", 1],
    ["шурупаверт", "шуруповерт", 0.5],
    ["скаварада", "сковорода", 1.5],
    ["сковурода", "сковорода", 1],
    ["шурповерт", "шуруповерт", 1],
    ["шуруповертт", "шуруповерт", 1],
    ["", "ключ", 4],
  ])("%s is %s but for %s", (typed, word, errors) => {
    expect(wordDistance(typed, word).whole).toBe(errors)
  })

  it("a word that is still being typed is compared with the beginning", () => {
    expect(wordDistance("шурупав", "шуруповерт")).toEqual({ whole: 3.5, beginning: 0.5 })
  })
})

describe("what was meant by a text that finds nothing", () => {
  const LEXICON = ["ключ", "ключи", "дрель", "шуруповерт", "накидной", "болт", "болты", "makita"]
  const near = LEXICON.map((word, entries) => ({ word, entries }))
  const knownOf = (form: string): KnownForm => ({ is_known: form === "kl-10" || LEXICON.some((word) => word.startsWith(form)), near })

  /** What is looked up each time, until nothing is missing. */
  function lookedUp(text: string) {
    const tokens = tokenForms(text.split(" "))
    const known = new Map<string, KnownForm>()
    const turns: ReturnType<typeof missingForms>[] = []
    for (let missing = missingForms(tokens, known); missing.known.length + missing.near.length > 0; missing = missingForms(tokens, known)) {
      turns.push(missing)
      missing.known.forEach((form) => known.set(form, { ...knownOf(form), near: null }))
      missing.near.forEach((form) => known.set(form, knownOf(form)))
    }
    return { tokens, known, turns }
  }

  function corrected(text: string): string | null {
    const { tokens, known } = lookedUp(text)
    return correctQuery(tokens, known)
  }

  it.each([
    ["a word with an error is replaced by the nearest", "шурупаверт", "шуруповерт"],
    ["exchanged letters are one error", "дерль", "дрель"],
    ["known words stay beside it", "ключ наккидной", "ключ накидной"],
    ["the other layout is tried before any correction", "lhtkm", "дрель"],
    ["each word has a layout of its own", "lhtkm makita", "дрель makita"],
    ["an error under the other layout is found too", "lhhtkm", "дрель"],
    ["a code is only read under the other layout", "лд-10", "kl-10"],
    ["three letters are like too much", "бот", null],
    ["what is like nothing stays", "абракадабра", null],
    ["what is known stays", "ключ", null],
    ["a word by ear in Latin letters", "nakidnoy", "накидной"],
    ["a brand by ear in Russian ones", "макита", "makita"],
    ["two words written as one", "накиднойключ", "накидной ключ"],
    ["one word written as two", "шурупо верт", "шуруповерт"],
    ["a number written to a word", "ключ13", "ключ 13"],
    ["a diameter", "болт d8", "болт 8"],
    ["a size that is no word", "болт 8х40", "болт 8 40"],
    ["a word that is like nothing is left out beside another", "ключ абракадабра", "ключ"],
    ["not beside a number alone", "абракадабра 5", null],
    ["a code that is unknown is not", "ключ xq-77", null],
    ["of two as near the more frequent is taken", "болто", "болты"],
  ])("%s", (_, typed, meant) => {
    expect(corrected(typed)).toBe(meant)
  })

  it("nothing is looked up that does not matter any more", () => {
    const turns = (text: string) => lookedUp(text).turns
    expect(turns("ключ")).toEqual([{ known: ["ключ", "rk.x", "klyuch"], near: [] }])
    expect(turns("ключ наккидной").slice(1)).toEqual([{ known: [], near: ["наккидной"] }])
    expect(turns("накиднойключ").map((missing) => missing.near)).toEqual([[], ["накиднойключ"], ["nakidnoyklyuch"], []])
  })

  it("of a text of many words that are like nothing five are looked for", () => {
    const text = Array.from({ length: 10 }, (_, place) => "абвгдежзик".slice(place) + "абвгдежзик".slice(0, place)).join(" ")
    const { turns } = lookedUp(text)
    expect(turns.flatMap(({ near }) => near.filter((form) => /^[а-я]+$/u.test(form)))).toHaveLength(5)
    expect(turns.at(-1)?.known.length).toBeLessThanOrEqual(5 * 10)
    expect(corrected(text)).toBeNull()
  })
})
