import { holdsNul } from "../nul-characters"

/** A body of arrays in arrays, as deep as a hundred kilobytes of it can be. */
function nested(innermost: unknown): unknown {
  let body = innermost
  for (let depth = 0; depth < 50_000; depth += 1) {
    body = [body]
  }
  return body
}

describe("a NUL character", () => {
  it.each<[string, unknown, boolean]>([
    ["in a text", { lines: [{ article: "a\0" }] }, true],
    ["in a name", { lines: [{ "arti\0cle": 1 }] }, true],
    ["below fifty thousand brackets", nested("\0"), true],
    ["nowhere below fifty thousand brackets", nested("a"), false],
    ["in the bytes of a file", { file: Buffer.from("\0") }, false],
    ["in no body", undefined, false],
  ])("%s", (_title, body, expected) => {
    expect(holdsNul(body)).toBe(expected)
  })
})
