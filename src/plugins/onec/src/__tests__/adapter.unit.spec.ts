import { type ErpRecord } from "@kontor/framework"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { formatOf, OnecAdapter } from "../adapter"

describe("the format of a delivered file", () => {
  it.each([
    ["a mark of XML", Buffer.from("<a/>"), "x.bin", "commerceml"],
    ["XML after a byte order mark and a blank line", Buffer.from("\ufeff\r\n<a/>"), "x.json", "commerceml"],
    ["XML in wide characters", Buffer.from("\ufeff<a/>", "utf16le"), "x", "commerceml"],
    ["XML in wide big-endian characters", Buffer.from("\ufeff<a/>", "utf16le").swap16(), "x", "commerceml"],
    ["no bytes under the name of XML", Buffer.alloc(0), "import0_1.XML", "commerceml"],
    ["an object", Buffer.from("\ufeff {}"), "partners.json", "json"],
  ])("is told by %s", (_, head, filename, format) => expect(formatOf(head, filename)).toBe(format))

  it.each([
    ["an archive", Buffer.from("PK\u0003\u0004"), "import.zip"],
    ["a list", Buffer.from("[]"), "partners.json"],
    ["plain text under the name of XML", Buffer.from("failure"), "import0_1.xml"],
    ["no bytes", Buffer.alloc(0), "partners.json"],
  ])("is unknown for %s", (_, head, filename) => {
    expect(() => formatOf(head, filename)).toThrow(expect.objectContaining({ code: "format_unknown" }))
  })
})

describe("the 1C adapter", () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "adapter-"))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it.each([
    [
      "CommerceML",
      `<КоммерческаяИнформация><Контрагенты><Контрагент><Ид>L1</Ид><Наименование>Ромашка</Наименование></Контрагент></Контрагенты></КоммерческаяИнформация>`,
    ],
    [
      "the partners package",
      `{"format":"kontor-partners","version":1,"is_full":false,"legal_entities":[{"external_id":"L1","name":"Ромашка"}]}`,
    ],
  ])("reads %s by its content", async (_, content) => {
    const path = join(folder, "delivered")
    await writeFile(path, content)
    const records: ErpRecord[] = []
    for await (const batch of new OnecAdapter().read({ path, filename: "delivered", bytes: Buffer.byteLength(content) })) {
      records.push(...batch)
    }
    expect(records).toMatchObject([
      { kind: "package", content: "partners" },
      { kind: "legal_entity", external_id: "L1", name: "Ромашка" },
    ])
  })
})
