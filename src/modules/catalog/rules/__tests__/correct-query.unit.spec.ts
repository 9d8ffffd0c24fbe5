import { correctQuery, type KnownForm, tokenForms } from "../correct-query"
import { otherLayout } from "../other-layout"
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

describe("errors between two words", () => {
  it.each([
    ["дрель", "дрель", 0],
    ["дерль", "дрель", 1],
    ["шурупаверт", "шуруповерт", 1],
    ["шурповерт", "шуруповерт", 1],
    ["шуруповертт", "шуруповерт", 1],
    ["", "ключ", 4],
  ])("%s is %s but for %s", (typed, word, errors) => {
    expect(wordDistance(typed, word).whole).toBe(errors)
  })

  it("a word that is still being typed is compared with the beginning", () => {
    expect(wordDistance("шурупав", "шуруповерт")).toEqual({ whole: 4, beginning: 1 })
  })
})

describe("what was meant by a text that finds nothing", () => {
  const LEXICON = ["ключ", "ключи", "дрель", "шуруповерт", "накидной", "болт", "болты", "makita"]
  const near = LEXICON.map((word, entries) => ({ word, entries }))
  const knownOf = (form: string): KnownForm => ({ is_known: form === "kl-10" || LEXICON.some((word) => word.startsWith(form)), near })

  function corrected(text: string): string | null {
    const tokens = tokenForms(text.split(" "))
    return correctQuery(tokens, new Map(tokens.flatMap(({ typed, other }) => [typed, other ?? ""]).map((form) => [form, knownOf(form)])))
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
    ["of two as near the more frequent is taken", "болто", "болты"],
  ])("%s", (_, typed, meant) => {
    expect(corrected(typed)).toBe(meant)
  })
})
