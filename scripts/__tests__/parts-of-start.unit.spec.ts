import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { evaluate } from "./evaluate"

describe("the file postmaster.pid", () => {
  const text = "4711\n/data/data\n1763770000\n54329\n\n127.0.0.1\n  5432001    163840\nready   \n"

  it("tells process, port and readiness", () => {
    expect(evaluate("postmaster.mjs", `m.parsePidFile(${JSON.stringify(text)})`)).toEqual({ pid: 4711, port: 54329, isReady: true })
  })

  it("says nothing when it is missing or half written", () => {
    expect(evaluate("postmaster.mjs", `[m.parsePidFile(undefined), m.parsePidFile(""), m.parsePidFile("47x")]`)).toEqual([null, null, null])
  })

  it("loses the number alone: PostgreSQL still sees by the rest whether its memory is in use", () => {
    const disowned = String(evaluate("postmaster.mjs", `m.withoutProcess(${JSON.stringify(text)})`))
    expect(disowned.split("\n").slice(1)).toEqual(text.split("\n").slice(1))
    expect(disowned).toMatch(/^2147483646\n/)
  })

  it.each([
    ["knows a server over the same folder", ["/n/bin/postgres", "-D", "/data/data", "-c", "port=1"], true],
    ["does not take a server over another folder for its own", ["/n/bin/postgres", "-D", "/other/data"], false],
    ["does not take another program with the same number for a server", ["vim", "-D", "/data/data"], false],
    ["does not take a process without a command line for a server", [], false],
  ])("%s", (_title, words, expected) => {
    expect(evaluate("postmaster.mjs", `m.isPostmaster(${JSON.stringify(words)}, "/data/data/")`)).toBe(expected)
  })

  it("is left alone when its number is a living stranger's, but for that number", () => {
    const folder = mkdtempSync(join(tmpdir(), "kontor-pid-"))
    try {
      writeFileSync(join(folder, "postmaster.pid"), text.replace("4711", String(process.pid)))
      evaluate("postmaster.mjs", `m.disownPidFile(${JSON.stringify(folder)})`)
      expect(readFileSync(join(folder, "postmaster.pid"), "utf8")).toBe(text.replace("4711", "2147483646"))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe("processes", () => {
  it("are the same only with the same moment of birth", () => {
    const [same, later] = evaluate(
      "processes.mjs",
      `[m.lives(m.identify(process.pid)), m.lives({ ...m.identify(process.pid), born: "another boot:1" })]`
    ) as boolean[]
    expect([same, later]).toEqual([true, false])
  })

  it("that are noted without a birth count as gone", () => {
    expect(evaluate("processes.mjs", `m.lives({ pid: process.pid })`)).toBe(false)
  })
})

describe("ports", () => {
  it.each([
    ["8080", 8080],
    ["", 9000],
  ])("reads PORT=%p as %p", (given, port) => {
    expect(evaluate("ports.mjs", `m.portOf("PORT", 9000)`, { PORT: given })).toBe(port)
  })

  it.each(["0", "65536", "80a", "1.5"])("refuses PORT=%s and says so", (given) => {
    expect(evaluate("ports.mjs", `m.portOf("PORT", 9000)`, { PORT: given })).toEqual({ refused: `PORT is "${given}", which is no port.` })
  })
})

describe("what was kept", () => {
  it("counts as lost when a power cut left half of it", () => {
    const folder = mkdtempSync(join(tmpdir(), "kontor-kept-"))
    try {
      const file = JSON.stringify(join(folder, "state.json"))
      writeFileSync(join(folder, "state.json"), '{"jwt": "abc')
      expect(evaluate("kept-json.mjs", `m.readJson(${file}, { lost: true })`)).toEqual({ lost: true })
      evaluate("kept-json.mjs", `m.writeJson(${file}, { jwt: "whole" })`)
      expect(JSON.parse(readFileSync(join(folder, "state.json"), "utf8"))).toEqual({ jwt: "whole" })
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe("the count of tests", () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 0, numTodoTests: 0 }
  const count = (given: object | null, code: number | null) =>
    evaluate("test-count.mjs", `m.summaryLine(m.addReport(m.noTests, ${JSON.stringify(given)}, ${code}))`)

  it.each([
    ["counts what passed", report, 0, "tests: 7 passed, 0 failed"],
    ["counts a file that does not load as one failure", { ...report, numRuntimeErrorTestSuites: 1 }, 1, "tests: 7 passed, 1 failed"],
    ["counts a jest that left no report as a failure", null, null, "tests: 0 passed, 1 failed"],
    ["counts an error that no test stands for as a failure", report, 1, "tests: 7 passed, 1 failed"],
    ["does not count a failed test twice", { ...report, numFailedTests: 2 }, 1, "tests: 7 passed, 2 failed"],
    ["names skipped tests", { ...report, numPendingTests: 1 }, 0, "tests: 7 passed, 0 failed, 1 skipped"],
  ])("%s", (_title, given, code, line) => {
    expect(count(given, code)).toBe(line)
  })
})

describe("the seed of random input", () => {
  it("is the one that is asked for, or a number made of the committed files", () => {
    expect(evaluate("test-seed.mjs", "m.testSeed()", { KONTOR_TEST_SEED: "77" })).toBe("77")
    const [one, two] = evaluate("test-seed.mjs", "(delete process.env.KONTOR_TEST_SEED, [m.testSeed(), m.testSeed()])") as [string, string]
    expect(one).toBe(two)
    expect(one).toMatch(/^(-?\d+)?$/)
  })
})

describe("the place of the tests", () => {
  it("is in memory where there is room for files and for the rest, and nowhere else", () => {
    const folder = JSON.stringify(tmpdir())
    const asked = `[m.hasRoom(${folder}, 6 * 1024 ** 3), m.hasRoom(${folder}, 6 * 1024 ** 3 - 1), m.hasRoom("/nowhere", 2 ** 40)]`
    expect(evaluate("test-place.mjs", asked)).toEqual([true, false, false])
  })

  it("is cleared of what runs left that were killed hours ago, and of nothing else", () => {
    const memory = mkdtempSync(join(tmpdir(), "kontor-memory-"))
    const leave = (name: string, owner?: string, hoursAgo = 7) => {
      mkdirSync(join(memory, name, "postgres"), { recursive: true })
      if (owner) {
        writeFileSync(join(memory, name, "owner.json"), owner)
      }
      const then = new Date(Date.now() - hoursAgo * 3_600_000)
      utimesSync(join(memory, name), then, then)
    }
    try {
      const living = evaluate("processes.mjs", `m.identify(${process.pid})`) as object
      leave("kontor-test-living", JSON.stringify(living))
      leave("kontor-test-killed", JSON.stringify({ ...living, born: "another boot:1" }))
      leave("kontor-test-of-today", JSON.stringify({ ...living, born: "another boot:1" }), 5)
      leave("kontor-test-just-made")
      leave("another-program", JSON.stringify({ pid: process.pid, born: "another boot:1" }))
      evaluate("test-place.mjs", `m.sweep(${JSON.stringify(memory)})`)
      expect(readdirSync(memory).sort()).toEqual(["another-program", "kontor-test-just-made", "kontor-test-living", "kontor-test-of-today"])
    } finally {
      rmSync(memory, { recursive: true })
    }
  })
})
