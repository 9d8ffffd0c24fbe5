import fc from "fast-check"
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

  /** What a decoder makes of bytes that come in pieces: the text, or the code of its refusal. */
  const readInPieces = (decoder: { decode(piece: Uint8Array): string; end(): string }, bytes: Uint8Array, size: number): string => {
    let text = ""
    for (let at = 0; at < bytes.length; at += size) {
      text += decoder.decode(bytes.subarray(at, at + size))
    }
    return text + decoder.end()
  }
  const standard = () => {
    const decoder = new TextDecoder("utf-8", { fatal: true })
    return { decode: (piece: Uint8Array) => decoder.decode(piece, { stream: true }), end: () => decoder.decode() }
  }
  const outcome = (read: () => string): string | null => {
    try {
      return read()
    } catch {
      return null
    }
  }
  const text = fc.string({ unit: "binary", minLength: 1 }).map((value) => Buffer.from(`${value}Ж€😀`.replaceAll("\0", "")))
  const damaged = fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes.map((byte) => byte || 0x41)))

  it.each([
    ["texts", text],
    ["bytes that are no text", damaged],
  ])("reads %s in pieces of any size as the standard decoder does", (_, some) => {
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 7 }), (bytes, size) => {
        const head = Buffer.from("<a/>")
        expect(outcome(() => readInPieces(createDecoder(head), bytes, size))).toBe(outcome(() => readInPieces(standard(), bytes, size)))
      })
    )
  })

  it("leaves the mark out, also when pieces share it", () => {
    const bytes = Buffer.from("\ufeff<a/>")
    expect(readInPieces(createDecoder(bytes), bytes, 1)).toBe("<a/>")
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
