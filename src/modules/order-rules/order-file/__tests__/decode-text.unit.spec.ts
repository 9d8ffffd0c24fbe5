import { decodeText } from "../decode-text"
import { encode1251 } from "./make-file"

const TEXT = "Артикул;Кол-во\nЁж-1;5\n"

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(TEXT)],
    ["UTF-8 with its mark", Buffer.from("\ufeff" + TEXT)],
    ["windows-1251", encode1251(TEXT)],
    ["UTF-16 as Excel saves it", Buffer.from("\ufeff" + TEXT, "utf16le")],
  ])("decodes %s", (_, buffer) => {
    expect(decodeText(buffer)).toEqual({ text: TEXT, delimiter: ";" })
  })

  it.each([
    ["a;b\n1,5;2\n", ";"],
    ["a\tb\n1,5\t2\n", "\t"],
    ["a,b\n1,2\n", ","],
    ['"x;y",b\n"z;w",2\n', ","],
    ["one column\n", ";"],
    ["", ";"],
  ])("finds the delimiter of %p", (text, delimiter) => {
    expect(decodeText(Buffer.from(text)).delimiter).toBe(delimiter)
  })

  it("obeys the line by which Excel names the delimiter, and does not count it", () => {
    expect(decodeText(Buffer.from("sep=|\r\na|b\r\n"))).toEqual({ text: "a|b\r\n", delimiter: "|" })
  })
})
