import { arrayLiteral } from "../array-literal"

describe("arrayLiteral", () => {
  it.each([
    ["plain values as they are", ["dmnd_01", "12.5", 7, true], "{dmnd_01,12.5,7,true}"],
    ["nothing", [], "{}"],
    [
      "what PostgreSQL would read otherwise in quotes",
      ["", "a,b", 'a"b', "a\\b", "{a}", "a b", "NULL", "null"],
      '{"","a,b","a\\"b","a\\\\b","{a}","a b","NULL","null"}',
    ],
  ])("writes %s", (_title, values, expected) => {
    expect(arrayLiteral(values)).toBe(expected)
  })
})
