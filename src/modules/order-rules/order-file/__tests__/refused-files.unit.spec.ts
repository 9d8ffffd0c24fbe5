import * as xlsx from "@e965/xlsx"
import { readOrderFile, type OrderFileOptions } from ".."
import { encode1251, makeContainer, makeSpreadsheet, rewriteParts } from "./make-file"

const read = (buffer: Buffer, options?: OrderFileOptions) => readOrderFile({ buffer, filename: "order.xlsx" }, options)

const order = makeSpreadsheet("xlsx", [
  ["SKU", "Qty"],
  ["A", 1],
  ["B", 2],
  ["C", 3],
])
const old = makeSpreadsheet("biff8", [
  ["SKU", "Qty"],
  ["A", 1],
])

/** Record 0x2F right after the beginning of the stream is how BIFF says that all that follows is encrypted. */
function protectXls(buffer: Buffer): Buffer {
  const filePass = Buffer.from([0x2f, 0x00, 0x06, 0x00, 0x00, 0x00, 0x59, 0xb3, 0x0a, 0x9a])
  return rewriteParts(buffer, "cfb", (name, content) => {
    if (!name.endsWith("/Workbook")) return content
    const start = 4 + content.readUInt16LE(2)
    return Buffer.concat([content.subarray(0, start), filePass, content.subarray(start)])
  })
}

/** An archive whose directory claims a few bytes for a part that unpacks to megabytes. */
function lyingBomb(): Buffer {
  const honest = makeContainer("zip", { "xl/workbook.xml": Buffer.alloc(5_000_000, "<a/>") })
  const directory = honest.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"))
  honest.writeUInt32LE(10, directory + 24)
  return honest
}

function encryptedZip(): Buffer {
  const zip = Buffer.from(order)
  const directory = zip.indexOf(Buffer.from("PK\u0001\u0002", "latin1"))
  zip.writeUInt16LE(zip.readUInt16LE(directory + 8) | 1, directory + 8)
  return zip
}

const ENCRYPTED_MANIFEST =
  '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'

describe("a file that cannot be used is refused with its reason", () => {
  it.each<[string, Buffer, OrderFileOptions, string, string]>([
    ["nothing", Buffer.alloc(0), {}, "order_file_empty", "no rows"],
    ["a header without rows", makeSpreadsheet("xlsx", [["SKU", "Qty"]]), {}, "order_file_empty", "no rows"],
    ["a blank sheet", makeSpreadsheet("xlsx", [[]]), {}, "order_file_empty", "no rows"],
    ["blank lines", Buffer.from("\r\n \r\n;;\r\n"), {}, "order_file_empty", "no rows"],
    ["a picture", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), {}, "order_file_unreadable", "neither a spreadsheet"],
    ["a PDF", Buffer.from("%PDF-1.7 ..."), {}, "order_file_unreadable", "neither a spreadsheet"],
    ["an HTML table named .xls", Buffer.from("\ufeff <html><table><tr><td>SKU"), {}, "order_file_unreadable", "neither a spreadsheet"],
    [
      "a zip of something else",
      makeContainer("zip", { "readme.txt": Buffer.from("x") }),
      {},
      "order_file_unreadable",
      "zip archive, but not",
    ],
    ["half of an XLSX", order.subarray(0, order.length / 2), {}, "order_file_unreadable", "cannot be read"],
    ["an XLSX with a broken part", Buffer.from(order).fill(0xff, 60, 200), {}, "order_file_unreadable", "cannot be read"],
    ["half of an XLS", old.subarray(0, 700), {}, "order_file_unreadable", "cannot be read"],
    ["another OLE2 document", makeContainer("cfb", { WordDocument: Buffer.alloc(5_000) }), {}, "order_file_unreadable", "cannot be read"],
    ["an unclosed quote", Buffer.from('sku;qty\n"A;1\nB;2\n'), {}, "order_file_unreadable", "Quote"],
    ["a protected XLS", protectXls(old), {}, "order_file_encrypted", "password"],
    [
      "a protected XLSX",
      makeContainer("cfb", { EncryptionInfo: Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]), EncryptedPackage: Buffer.alloc(5_000) }),
      {},
      "order_file_encrypted",
      "password",
    ],
    ["a zip with encrypted parts", encryptedZip(), {}, "order_file_encrypted", "password"],
    [
      "a protected ODS",
      makeContainer("zip", {
        mimetype: Buffer.from("x"),
        "content.xml": Buffer.from("x"),
        "META-INF/manifest.xml": Buffer.from(ENCRYPTED_MANIFEST),
      }),
      {},
      "order_file_encrypted",
      "password",
    ],
    ["more bytes than allowed", order, { max_bytes: order.length - 1 }, "order_file_too_large", `more than ${order.length - 1}`],
    ["more parts than allowed", order, { max_parts: 3 }, "order_file_too_large", "more than 3"],
    [
      "a bomb that says so",
      makeContainer("zip", { "xl/workbook.xml": Buffer.alloc(3_000_000) }),
      { max_unpacked_bytes: 2_999_999 },
      "order_file_too_large",
      "2999999 bytes",
    ],
    ["a bomb that lies", lyingBomb(), {}, "order_file_unreadable", "too many bytes"],
    ["more heap than allowed", makeBig(), { max_heap_mb: 8 }, "order_file_too_large", "8 MB"],
    ["more time than allowed", order, { timeout_ms: 1 }, "order_file_too_slow", "1 ms"],
    ["no columns of an order", encode1251("Имя;Телефон\nИван;нет\n"), {}, "order_file_columns_unknown", "Имя | Телефон"],
    ["one row too many", order, { max_rows: 2 }, "order_file_too_many_rows", "the limit is 2"],
  ])("%s", async (_, buffer, options, code, message) => {
    await expect(read(buffer, options)).rejects.toMatchObject({ code, message: expect.stringContaining(message) })
  })

  it("a form with exactly as many rows as allowed is read", async () => {
    expect((await read(order, { max_rows: 3 })).rows).toHaveLength(3)
  })

  it("a form far beyond the limit is refused with its count, before all of it is read", async () => {
    const table = [["SKU", "Qty"], ...Array.from({ length: 5_000 }, (_, index) => [`A-${index}`, 1])]
    for (const type of ["xlsx", "biff8", "ods"] as const) {
      const refusal = read(makeSpreadsheet(type, table), { max_rows: 100 })
      await expect(refusal).rejects.toMatchObject({ code: "order_file_too_many_rows", details: { limit: 100, count: 5_000 } })
    }
  })

  it("the next file is read after a refused one", async () => {
    await expect(read(order, { timeout_ms: 1 })).rejects.toMatchObject({ code: "order_file_too_slow" })
    expect((await read(order)).rows).toHaveLength(3)
  })
})

function makeBig(): Buffer {
  const sheet = xlsx.utils.aoa_to_sheet([
    ["SKU", "Qty"],
    ...Array.from({ length: 15_000 }, (_, index) => [`A-${index}`, index, `Name ${index}`, `Note ${index}`]),
  ])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, "S")
  return xlsx.write(book, { type: "buffer", bookType: "xlsx", compression: true }) as Buffer
}
