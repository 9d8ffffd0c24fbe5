import { createDecoder, detectEncoding } from "../encoding"

const declared = (encoding: string) => Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a/>`)

describe("the encoding of a package", () => {
  it.each([
    ["a UTF-8 mark", Buffer.from("\ufeff<a/>"), "utf-8"],
    ["a UTF-8 mark against a declaration of windows-1251", Buffer.concat([Buffer.from("\ufeff"), declared("windows-1251")]), "utf-8"],
    ["a little-endian mark", Buffer.from("\ufeff<a/>", "utf16le"), "utf-16le"],
    ["a big-endian mark", Buffer.from("\ufeff<a/>", "utf16le").swap16(), "utf-16be"],
    ["wide characters without a mark", Buffer.from("<?xml?>", "utf16le"), "utf-16le"],
    ["wide big-endian characters without a mark", Buffer.from("<?xml?>", "utf16le").swap16(), "utf-16be"],
    ["a declaration of UTF-8", declared("UTF-8"), "utf-8"],
    ["a declaration of windows-1251", declared("windows-1251"), "windows-1251"],
    ["a declaration of CP1251 in capitals", declared("CP1251"), "windows-1251"],
    ["single quotes", Buffer.from(`<?xml version='1.0' encoding='windows-1251'?>`), "windows-1251"],
    ["no declaration", Buffer.from("<a/>"), "utf-8"],
    ["no bytes", Buffer.alloc(0), "utf-8"],
    ["the word encoding outside a declaration", Buffer.from(`<a encoding="koi8-r"/>`), "utf-8"],
  ])("is told by %s", (_, head, expected) => expect(detectEncoding(head)).toBe(expected))

  it.each([["koi8-r"], ["latin-1"], [""], ["utf-16"]])("is refused when declared as %p", (name) => {
    expect(() => detectEncoding(declared(name))).toThrow(expect.objectContaining({ code: "encoding_unknown" }))
  })
})

describe("decoding a package", () => {
  it("joins a character that two pieces share", () => {
    const bytes = Buffer.from("Ж")
    const decoder = createDecoder(bytes)
    expect(decoder.decode(bytes.subarray(0, 1)) + decoder.decode(bytes.subarray(1)) + decoder.end()).toBe("Ж")
  })

  it("drops NUL", () => expect(createDecoder(Buffer.from("a")).decode(Buffer.from("a\0b"))).toBe("ab"))

  it("refuses bytes that are not of the encoding", () => {
    const decoder = createDecoder(declared("utf-8"))
    expect(() => decoder.decode(Buffer.from([0xc6, 0x20]))).toThrow(expect.objectContaining({ code: "encoding_invalid" }))
  })

  it("takes an end inside a character for a cut file", () => {
    const decoder = createDecoder(declared("utf-8"))
    decoder.decode(Buffer.from([0xd0]))
    expect(() => decoder.end()).toThrow(expect.objectContaining({ code: "xml_cut" }))
  })
})
