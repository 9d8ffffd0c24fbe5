import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { buffer } from "node:stream/consumers"
import { ZipFile } from "yazl"
import { checkArchive } from "../archive-limits"
import { unpackArchive } from "../unpack-archive"

const MIB = 1024 * 1024
const LIMITS = { max_archive_entries: 10, max_archive_ratio: 200, max_unpacked_bytes: 4 * MIB, max_file_bytes: 2 * MIB }

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zip-"))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function zipOf(files: Record<string, Buffer | string>, compress = true): Promise<Buffer> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress })
  }
  zip.end()
  return await buffer(zip.outputStream)
}

async function unpack(archive: Buffer, limits = LIMITS) {
  const path = join(folder, "a.zip")
  await writeFile(path, archive)
  let count = 0
  return await unpackArchive(path, limits, ({ extension }) => {
    const id = `f${count++}`
    return { id, path: join(folder, "out", `${id}.${extension}`) }
  })
}

const unpacked = () => readdir(join(folder, "out")).catch(() => [])

/** yazl refuses to write bad names, so a good one of the same length is replaced afterwards. */
function renamed(archive: Buffer, from: string, to: string): Buffer {
  return Buffer.from(archive.toString("latin1").replaceAll(from, to), "latin1")
}

describe("an archive", () => {
  it("gives its files with their names, sizes and content", async () => {
    const files = await unpack(await zipOf({ "import0_1.xml": "<?xml?>", "import_files/b1/x.jpg": Buffer.from([0xff, 0xd8]) }))
    expect(files).toEqual([
      { id: "f0", name: "import0_1.xml", extension: "xml", kind: "package", bytes: 7 },
      { id: "f1", name: "import_files/b1/x.jpg", extension: "jpg", kind: "attachment", bytes: 2 },
    ])
    expect(await readFile(join(folder, "out", "f0.xml"), "utf8")).toBe("<?xml?>")
  })

  it("gives nothing of what systems leave in folders", async () => {
    const litter = ["Thumbs.db", "import_files/.DS_Store", "__MACOSX/._import0_1.xml", "import_files/desktop.ini"]
    const files = await unpack(await zipOf({ "import0_1.xml": "<?xml?>", ...Object.fromEntries(litter.map((name) => [name, "x"])) }))
    expect(files.map(({ name }) => name)).toEqual(["import0_1.xml"])
  })

  it.each([
    ["webdata\\import.xml", "webdata/import.xml"],
    ["./import.xml", "import.xml"],
  ])("may call a file %s", async (written, name) => {
    const placeholder = "x".repeat(written.length - 4) + ".xml"
    expect((await unpack(renamed(await zipOf({ [placeholder]: "<?xml?>" }), placeholder, written))).map((file) => file.name)).toEqual([
      name,
    ])
  })

  it.each([
    ["is no archive", async () => Buffer.from("not a zip at all, but long enough to be looked at"), "archive_broken"],
    ["is cut", async () => (await zipOf({ "import.xml": "x".repeat(5000) })).subarray(0, 60), "archive_broken"],
    ["climbs", async () => renamed(await zipOf({ "aa/import.xml": "x" }), "aa/import.xml", "../import.xml"), "filename_invalid"],
    ["is absolute", async () => renamed(await zipOf({ "aaimport.xml": "x" }), "aaimport.xml", "//import.xml"), "filename_invalid"],
    ["holds another archive", async () => zipOf({ "import.xml": "x", "inner.zip": "x" }), "file_type_not_allowed"],
    ["holds a program", async () => zipOf({ "run.exe": "x" }), "file_type_not_allowed"],
    [
      "has too many files",
      async () => zipOf(Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.xml`, "x"]))),
      "archive_too_many_files",
    ],
    [
      "has too many files, some of them litter, and is not listed to its end",
      async () => zipOf({ ".DS_Store": "x", ...Object.fromEntries(Array.from({ length: 11 }, (_, i) => [`${i}.xml`, "x"])) }),
      "archive_too_many_files",
    ],
    ["swells too much", async () => zipOf({ "import.xml": Buffer.alloc(2 * MIB) }), "archive_suspicious"],
    ["holds a huge file", async () => zipOf({ "import.xml": Buffer.alloc(2 * MIB + 1) }, false), "file_too_large"],
    [
      "is huge in sum",
      async () => zipOf({ "1.xml": Buffer.alloc(1.5 * MIB), "2.xml": Buffer.alloc(1.5 * MIB), "3.xml": Buffer.alloc(1.5 * MIB) }, false),
      "archive_too_large",
    ],
  ])("that %s is refused and leaves nothing", async (_case, make, code) => {
    await expect(unpack(await make())).rejects.toMatchObject({ code })
    expect(await unpacked()).toEqual([])
  })

  it("whose stored bytes were damaged is refused by its checksum", async () => {
    const archive = await zipOf({ "a.xml": "first file", "b.xml": "UNDAMAGED CONTENT" }, false)
    await expect(unpack(renamed(archive, "UNDAMAGED", "DDDDDDDDD"))).rejects.toMatchObject({
      code: "archive_broken",
      message: expect.stringContaining("CRC-32"),
    })
    expect(await unpacked()).toEqual([])
  })

  it("that tells a smaller size than it has is refused while it is inflated", async () => {
    const archive = await zipOf({ "import.xml": Buffer.alloc(100_000, "abcdefgh") })
    const directory = archive.lastIndexOf(Buffer.from("PK\u0001\u0002"))
    archive.writeUInt32LE(100, directory + 24)
    await expect(unpack(archive)).rejects.toMatchObject({ code: "archive_broken" })
    expect(await unpacked()).toEqual([])
  })

  it("may swell by the whole allowed ratio, and small files by any", () => {
    const entry = { name: "a.xml", packed_bytes: 10_000, bytes: 2_000_000 }
    expect(() => checkArchive([entry, { name: "b.xml", packed_bytes: 1, bytes: MIB }], LIMITS)).not.toThrow()
    expect(() => checkArchive([{ ...entry, bytes: 2_000_001 }], LIMITS)).toThrow(expect.objectContaining({ code: "archive_suspicious" }))
  })
})
