import { byteRange } from "../byte-range"

it.each([
  ["nothing asked", undefined, null],
  ["the beginning", "bytes=0-3", { start: 0, end: 3 }],
  ["from the middle on", "bytes=4-", { start: 4, end: 9 }],
  ["the last bytes", "bytes=-4", { start: 6, end: 9 }],
  ["more of the last than there is", "bytes=-40", { start: 0, end: 9 }],
  ["the last byte alone", "bytes=9-9", { start: 9, end: 9 }],
  ["beyond the end", "bytes=9-99", { start: 9, end: 9 }],
  ["behind the end", "bytes=10-", "unsatisfiable"],
  ["none of the last", "bytes=-0", "unsatisfiable"],
  ["an end before the beginning", "bytes=4-3", null],
  ["several ranges", "bytes=0-1,4-5", null],
  ["another unit", "lines=0-1", null],
  ["no numbers", "bytes=-", null],
] as const)("of ten bytes: %s", (_title, header, expected) => {
  expect(byteRange(header, 10)).toEqual(expected)
})

it("an empty file has no range", () => {
  expect(byteRange("bytes=0-0", 0)).toBe("unsatisfiable")
})
