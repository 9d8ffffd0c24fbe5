import { endsDocument, startsDocument } from "../document-edges"

describe("a piece", () => {
  it.each([
    ["an XML declaration", "xml", Buffer.from('<?xml version="1.0"?>'), true],
    ["an XML declaration after a BOM", "xml", Buffer.from("\uFEFF<?xml"), true],
    ["the middle of a document", "xml", Buffer.from("</Товар><Товар>"), false],
    ["the first bytes of a JPEG", "jpg", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), true],
    ["a local header of an archive", "zip", Buffer.from("PK\u0003\u0004"), false],
    ["nothing", "xml", Buffer.alloc(0), false],
    ["an extension that every object has", "constructor", Buffer.from("<?xml"), false],
  ])("with %s opens a file: %#", (_case, extension, head, expected) => {
    expect(startsDocument(extension, head)).toBe(expected)
  })
})

describe("the tail of a file", () => {
  it.each([
    ["closes the root in UTF-8", Buffer.from("</Документ></КоммерческаяИнформация>"), true],
    ["closes the root before blanks", Buffer.from("</КоммерческаяИнформация>\r\n \n"), true],
    ["is cut inside the closing tag", Buffer.from("</КоммерческаяИнформ"), false],
    ["goes on after the root", Buffer.from("</КоммерческаяИнформация><x"), false],
    ["is the end of a document inside", Buffer.from("</Документ>"), false],
  ])("that %s", (_case, tail, expected) => {
    expect(endsDocument(tail)).toBe(expected)
  })

  it("closes the root in windows-1251 too", () => {
    const ending = new TextDecoder("windows-1251").decode(
      Buffer.concat([Buffer.from("</"), cp1251("КоммерческаяИнформация"), Buffer.from(">")])
    )
    expect(ending).toBe("</КоммерческаяИнформация>")
    expect(endsDocument(Buffer.concat([Buffer.from("</"), cp1251("КоммерческаяИнформация"), Buffer.from(">\n")]))).toBe(true)
  })
})

/** Found by asking the decoder, so that the test shares no arithmetic with the code. */
function cp1251(text: string): Buffer {
  const decoder = new TextDecoder("windows-1251")
  const byLetter = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Buffer.from([byte])), byte]))
  return Buffer.from([...text].map((letter) => byLetter.get(letter) ?? 0))
}
