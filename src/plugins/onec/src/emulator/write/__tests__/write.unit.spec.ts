import { createHash } from "node:crypto"
import fc from "fast-check"
import { SaxesParser } from "saxes"
import yauzl from "yauzl"
import { aspectPackets, catalogPackets, type EmulatorConfig, partnerPackets } from "../../run"
import type { ClientKind } from "../../client/connection"
import { cutIntoPieces, encodeFragments } from "../encode"
import { emptyTally, type Encoding, type Packet, portionsOf, type Tally } from "../packet"
import { escapeXml, openDocument, versionNumber } from "../xml"
import { zipOne } from "../zip"

function bytesOf(packet: Packet, tally: Tally = emptyTally()): Buffer {
  return Buffer.concat([...encodeFragments(packet.write(tally), packet.encoding)])
}

/** Parses strictly and counts elements by "parent/name"; throws at the first fault. */
function countElements(xml: string): Map<string, number> {
  const counts = new Map<string, number>()
  const path: string[] = []
  const parser = new SaxesParser({ xmlns: true })
  parser.on("error", (error) => {
    throw error
  })
  parser.on("opentag", ({ local }) => {
    const key = `${path.at(-1) ?? ""}/${local}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
    path.push(local)
  })
  parser.on("closetag", () => path.pop())
  parser.write(xml).close()
  return counts
}

function sumElements(packets: readonly Packet[], key: string): number {
  return packets.reduce((sum, packet) => sum + (countElements(bytesOf(packet).toString("utf8")).get(key) ?? 0), 0)
}

function xmlPackets(config: EmulatorConfig, client: ClientKind, onlyChanged = false): Packet[] {
  const packets = [
    ...catalogPackets(config, client, onlyChanged),
    ...aspectPackets(config, client, "prices"),
    ...aspectPackets(config, client, "stock"),
  ]
  return [...packets, ...partnerPackets(config, client)].filter((packet) => packet.filename.endsWith(".xml"))
}

const CLIENTS: ClientKind[] = ["a", "b", "b3"]

describe.each(CLIENTS)("files of client %s", (client) => {
  it.each([1, 42, 250])("are well-formed for %d products, full and changed", (products) => {
    const config = { products, priceTypes: 3, portion: 100, entities: 10 }
    for (const packet of [...xmlPackets(config, client), ...xmlPackets({ ...config, round: 2 }, client, true)]) {
      expect(countElements(bytesOf(packet).toString("utf8")).get("/КоммерческаяИнформация")).toBe(1)
    }
  })

  it("are the same bytes for the same seed", () => {
    const digest = (): string[] =>
      xmlPackets({ products: 150, seed: 7 }, client).map((packet) =>
        createHash("sha256").update(packet.filename).update(bytesOf(packet)).digest("hex")
      )
    expect(digest()).toEqual(digest())
  })

  it("hold as many rows as the tally says", () => {
    const packets = catalogPackets({ products: 150, portion: 50, priceTypes: 4 }, client)
    const tally = emptyTally()
    packets.forEach((packet) => bytesOf(packet, tally))
    expect(tally.products).toBe(150)
    expect(sumElements(packets, "Товары/Товар")).toBe(tally.products)
    expect(sumElements(packets, "Цены/Цена")).toBe(tally.prices)
    expect(sumElements(packets, client === "a" ? "Предложение/Склад" : "Остаток/Склад")).toBe(tally.stocks)
  })

  it("have names that differ from one another", () => {
    const names = catalogPackets({ products: 90, portion: 30 }, client).map((packet) => packet.filename)
    expect(new Set(names).size).toBe(names.length)
  })

  it("say the same in windows-1251 as in UTF-8", () => {
    const config = { products: 120, portion: 50 }
    const utf8 = xmlPackets(config, client).map((packet) => bytesOf(packet).toString("utf8"))
    const cp1251 = xmlPackets({ ...config, encoding: "windows-1251" }, client).map((packet) =>
      new TextDecoder("windows-1251").decode(bytesOf(packet))
    )
    const plain = (text: string): string =>
      text
        .replace(/^\uFEFF/, "")
        .replace(/encoding="[^"]+"/, "")
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    expect(cp1251.map(plain)).toEqual(utf8.map(plain))
  })
})

describe("portions", () => {
  it("put the classifier into the first file only and call only the first one full", () => {
    const files = catalogPackets({ products: 25, portion: 10 }, "a").map((packet) => ({
      name: packet.filename,
      text: bytesOf(packet).toString("utf8"),
    }))
    expect(files.map((file) => file.name)).toEqual([
      "import0_1.xml",
      "import0_2.xml",
      "import0_3.xml",
      "offers0_1.xml",
      "offers0_2.xml",
      "offers0_3.xml",
    ])
    expect(files.map((file) => file.text.includes("<Группы><Группа>"))).toEqual([true, false, false, false, false, false])
    expect(files.map((file) => file.text.includes('СодержитТолькоИзменения="false"'))).toEqual([true, false, false, true, false, false])
  })

  it("mark deleted goods and leave their offers out", () => {
    const config = { products: 1_000, round: 1, changeShare: 1 }
    const [goods = "", offers = ""] = catalogPackets(config, "a", true).map((packet) => bytesOf(packet).toString("utf8"))
    const id = /<Товар Статус="Удален"><Ид>([^<]+)</.exec(goods)?.[1]
    expect(id).toBeDefined()
    expect(offers).not.toContain(`<Ид>${id}`)
  })

  it("are never none, and lose nothing", () => {
    expect(portionsOf([], 10)).toEqual([[]])
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 50 }), fc.integer({ min: 1, max: 20 }), (indexes, size) => {
        expect(portionsOf(indexes, size).flat()).toEqual(indexes)
      })
    )
  })
})

describe("pieces", () => {
  it("join to the same bytes and none but the last is short", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 12 }), fc.integer({ min: 1, max: 50 }), (chunks, size) => {
        const pieces = [
          ...cutIntoPieces(
            chunks.map((chunk) => Buffer.from(chunk)),
            size
          ),
        ].map((piece) => Buffer.concat(piece))
        expect(Buffer.concat(pieces)).toEqual(Buffer.concat(chunks))
        expect(pieces.slice(0, -1).every((piece) => piece.length === size)).toBe(true)
        expect(pieces.every((piece) => piece.length > 0)).toBe(true)
      })
    )
  })
})

describe("encoding", () => {
  it("opens XML in UTF-8 with a byte order mark, and in windows-1251 without", () => {
    const opening = (encoding: Encoding): string =>
      [...encodeFragments([openDocument("2.07", encoding, "")], encoding)][0]?.toString("latin1") ?? ""
    expect(opening("utf-8")).toMatch(/^\xef\xbb\xbf<\?xml version="1.0" encoding="UTF-8"\?>/)
    expect(opening("windows-1251")).toMatch(/^<\?xml version="1.0" encoding="windows-1251"\?>/)
  })

  it("has a byte for each letter in windows-1251", () => {
    expect(Buffer.concat([...encodeFragments(["яЁ№"], "windows-1251")])).toEqual(Buffer.from([0xff, 0xa8, 0xb9]))
  })

  it("writes what windows-1251 lacks as character references", () => {
    expect(Buffer.concat([...encodeFragments(["мм²😀"], "windows-1251")]).toString("latin1")).toBe("\xec\xec&#178;&#128512;")
  })

  it("replaces the marks of XML", () => {
    expect(escapeXml('<a> & "b"')).toBe("&lt;a&gt; &amp; &quot;b&quot;")
  })

  it("writes version counters as 1C does", () => {
    expect(versionNumber(9)).toBe("AAAAAQAAAAk=")
  })
})

describe("zipOne", () => {
  it("makes an archive that a reader opens to the same bytes", async () => {
    const content = Buffer.from("Дрель ".repeat(10_000))
    const archive = Buffer.concat(zipOne("import0_1.xml", content))
    expect(archive.length).toBeLessThan(content.length / 10)
    const entries = await unzip(archive)
    expect(entries).toEqual([{ name: "import0_1.xml", bytes: content }])
  })
})

async function unzip(archive: Buffer): Promise<{ name: string; bytes: Buffer }[]> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(archive, { lazyEntries: true }, (error, zip) => {
      if (error) {
        return reject(error)
      }
      const found: { name: string; bytes: Buffer }[] = []
      zip.on("error", reject).on("end", () => resolve(found))
      zip.on("entry", (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (failed, stream) => {
          if (failed) {
            return reject(failed)
          }
          const parts: Buffer[] = []
          stream
            .on("data", (part: Buffer) => parts.push(part))
            .on("end", () => {
              found.push({ name: entry.fileName, bytes: Buffer.concat(parts) })
              zip.readEntry()
            })
        })
      })
      zip.readEntry()
    })
  })
}

describe("partners package", () => {
  it("is JSON with every entity and contract", () => {
    const packet = partnerPackets({ entities: 450 }, "a")[0]
    const text = packet
      ? bytesOf(packet)
          .toString("utf8")
          .replace(/^\uFEFF/, "")
      : ""
    const parsed = JSON.parse(text) as Record<string, unknown[]>
    expect(parsed).toMatchObject({ format: "kontor-partners", version: 1, is_full: true, formed_at: "2026-01-31T09:00:00" })
    expect([parsed.legal_entities?.length, parsed.contracts?.length, parsed.supplier_entities?.length]).toEqual([450, 450, 2])
  })
})
