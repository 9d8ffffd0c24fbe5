import fc from "fast-check"
import { existsSync } from "node:fs"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { appendPiece } from "../append-piece"
import { peek } from "../peek"

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "piece-"))
  path = join(folder, "session", "file.xml")
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function* chunks(...texts: (string | Error)[]): AsyncGenerator<Buffer> {
  for (const text of texts) {
    if (text instanceof Error) {
      throw text
    }
    yield Buffer.from(text)
  }
}

const append = (base: number, body: AsyncIterable<Buffer>, room = 1000) =>
  appendPiece({ path, base, room, body, tooLarge: () => new Error("too large") })

describe("a piece of a file", () => {
  it("is appended to the pieces before it", async () => {
    expect(await append(0, chunks("abc", "de"))).toBe(5)
    expect(await append(5, chunks("fgh"))).toBe(8)
    expect(await readFile(path, "utf8")).toBe("abcdefgh")
  })

  it("that breaks off leaves the file as it was, so that a repeat does not double it", async () => {
    await append(0, chunks("abc"))
    await expect(append(3, chunks("def", new Error("aborted")))).rejects.toThrow("aborted")
    expect(await readFile(path, "utf8")).toBe("abc")
    await append(3, chunks("def"))
    expect(await readFile(path, "utf8")).toBe("abcdef")
  })

  it("that breaks off at the very beginning leaves no file", async () => {
    await expect(append(0, chunks("abc", new Error("aborted")))).rejects.toThrow("aborted")
    expect(existsSync(path)).toBe(false)
  })

  it("cuts off what a killed server left beyond the safe bytes", async () => {
    await append(0, chunks("abc"))
    await writeFile(path, "abcgarbage")
    await append(3, chunks("d"))
    expect(await readFile(path, "utf8")).toBe("abcd")
  })

  it("may use up its room to the last byte, and not one more", async () => {
    expect(await append(0, chunks("abcd", "e"), 5)).toBe(5)
    await expect(append(5, chunks("fghij", "k"), 5)).rejects.toThrow("too large")
    expect(await readFile(path, "utf8")).toBe("abcde")
  })

  it("is refused when earlier pieces have vanished from the disk", async () => {
    await append(0, chunks("abc"))
    await expect(append(7, chunks("d"))).rejects.toThrow(/has 3 bytes on disk, but 7 were received/)
  })
})

describe("looking at the head of a body", () => {
  it("loses no byte, however the body is cut into chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ maxLength: 5 }), { maxLength: 8 }), fc.nat(12), async (texts, wanted) => {
        const whole = Buffer.concat(texts.map((text) => Buffer.from(text)))
        const { head, body } = await peek(chunks(...texts), wanted)
        const received: Buffer[] = []
        for await (const chunk of body) {
          received.push(chunk)
        }
        expect(Buffer.concat(received).equals(whole)).toBe(true)
        expect(whole.subarray(0, head.length).equals(head)).toBe(true)
        expect(head.length).toBeGreaterThanOrEqual(Math.min(wanted, whole.length))
      })
    )
  })
})
