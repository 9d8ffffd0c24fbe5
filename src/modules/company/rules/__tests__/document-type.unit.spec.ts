import { documentType } from "../document-type"

/** A ZIP archive of empty entries: local headers, central directory, end record (PKWARE APPNOTE 4.3). */
function zip(names: string[], comment = ""): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const name of names) {
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const header = Buffer.alloc(46)
    header.writeUInt32LE(0x02014b50, 0)
    header.writeUInt16LE(name.length, 28)
    locals.push(Buffer.concat([local, Buffer.from(name)]))
    central.push(Buffer.concat([header, Buffer.from(name)]))
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt32LE(Buffer.concat(locals).length, 16)
  end.writeUInt16LE(comment.length, 20)
  return Buffer.concat([...locals, ...central, end, Buffer.from(comment)])
}

const extension = (content: Buffer) => documentType(content)?.extension ?? null

describe("the type of a document", () => {
  it.each([
    ["a PDF", Buffer.from("%PDF-1.7\n"), "pdf"],
    ["a JPEG", Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "jpg"],
    ["a PNG", Buffer.from("89504e470d0a1a0a00", "hex"), "png"],
    ["a DOCX", zip(["[Content_Types].xml", "word/document.xml"]), "docx"],
    ["an XLSX with a comment behind it", zip(["[Content_Types].xml", "xl/workbook.xml"], "made by a program"), "xlsx"],
  ])("is read from the content of %s", (_, content, expected) => {
    expect(extension(content)).toBe(expected)
  })

  it.each([
    ["nothing", Buffer.alloc(0)],
    ["a PDF behind a page", Buffer.from("<html>%PDF-1.7")],
    ["a page", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["a picture that may hold a script", Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"/>`)],
    ["any archive", zip(["readme.txt"])],
    ["a document with macros", zip(["[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"])],
    ["an archive cut short", zip(["[Content_Types].xml", "word/document.xml"]).subarray(0, 60)],
    ["an end of a directory that points nowhere", Buffer.concat([zip(["a"]).subarray(0, 31), Buffer.alloc(22, 0xff)])],
  ])("is none for %s", (_, content) => {
    expect(documentType(content)).toBeNull()
  })
})
