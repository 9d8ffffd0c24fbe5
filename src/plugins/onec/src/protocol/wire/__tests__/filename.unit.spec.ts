import fc from "fast-check"
import { ExchangeFailure } from "../failure"
import { mimeTypeOf, parseFilename } from "../filename"

describe("a delivered name", () => {
  it.each([
    ["import0_1.xml", "package", "xml"],
    ["prices___d66a6b51-ce9c.XML", "package", "xml"],
    ["partners___1.json", "package", "json"],
    ["import_files/b1/x.jpg", "attachment", "jpg"],
    ["import_files\\b1\\x.WebP", "attachment", "webp"],
    ["import_files/b1/scan.TIF", "attachment", "tif"],
    ["import_files/b1/описание.html", "attachment", "html"],
    ["document_files/c1.PDF", "attachment", "pdf"],
    ["v8_1A.zip", "archive", "zip"],
    ["прайс лист.xml", "package", "xml"],
  ])("%s is taken as %s", (raw, kind, extension) => {
    expect(parseFilename(raw)).toEqual({ name: raw.replaceAll("\\", "/"), kind, extension })
  })

  it.each([
    ["climbs", "../import.xml"],
    ["climbs in the middle", "import_files/../../etc/x.xml"],
    ["climbs with backslashes", "..\\..\\x.xml"],
    ["is absolute", "/etc/import.xml"],
    ["names a drive", "C:\\import.xml"],
    ["holds a NUL", "import.xml\u0000.jpg"],
    ["holds a line break", "a\nb.xml"],
    ["has an empty folder", "a//b.xml"],
    ["is too deep", `${"a/".repeat(8)}b.xml`],
    ["has 201 characters", `${"a".repeat(197)}.xml`],
  ])("that %s is refused as filename_invalid", (_case, raw) => {
    expect(() => parseFilename(raw)).toThrow(expect.objectContaining({ code: "filename_invalid" }))
  })

  it("may have 200 characters", () => {
    expect(parseFilename(`${"a".repeat(196)}.xml`).name).toHaveLength(200)
  })

  it.each([["shell.php"], ["import.xml.exe"], ["import"], ["x.constructor"], ["x.svg"]])("%s is refused for its type", (raw) => {
    expect(() => parseFilename(raw)).toThrow(expect.objectContaining({ code: "file_type_not_allowed" }))
  })

  it.each([[null], [""], ["   "]])("that is absent (%j) is asked for", (raw) => {
    expect(() => parseFilename(raw)).toThrow(expect.objectContaining({ code: "filename_missing" }))
  })

  it("never has a part that leads upwards or an absolute start, whatever is given", () => {
    const part = fc.constantFrom("..", ".", "/", "\\", "a", "б", "C:", "\u0000", "%2e", " ", "import_files")
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        try {
          const { name } = parseFilename(`${parts.join("")}.xml`)
          expect(name.startsWith("/")).toBe(false)
          expect(name.split("/")).not.toContain("..")
        } catch (error) {
          expect(error).toBeInstanceOf(ExchangeFailure)
        }
      })
    )
  })

  it("has the MIME type of its extension", () => {
    expect([mimeTypeOf("jpeg"), mimeTypeOf("webp")]).toEqual(["image/jpeg", "image/webp"])
  })
})
