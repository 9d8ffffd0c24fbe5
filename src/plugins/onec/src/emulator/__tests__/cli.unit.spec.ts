import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { main, progressLine } from "../cli"
import { emptyTally } from "../write/packet"

async function runCli(...argv: string[]): Promise<{ code: number; said: string; printed: string }> {
  const said: string[] = []
  const printed: string[] = []
  const code = await main(
    argv,
    (line) => said.push(line),
    (line) => printed.push(line)
  )
  return { code, said: said.join("\n"), printed: printed.join("\n") }
}

describe("the command line", () => {
  it.each([
    ["no command", [], "a command is needed"],
    ["an unknown command", ["sing"], '"sing" is no command'],
    ["no address", ["full"], "--url, --login and --password are needed"],
    ["a size that is no number", ["write", "--out", "x", "--products", "many"], '--products is "many"'],
    ["a size by the name of its flag", ["write", "--out", "x", "--n", "many"], '--n is "many"'],
    ["a size out of limits", ["write", "--out", "x", "--products", "0"], "products is 0, a whole number from 1 to 1000000 is needed"],
    ["an unknown client", ["write", "--out", "x", "--client", "c"], '--client is "c", one of a, b, b3 is needed'],
    ["a service that nobody may sign in to", ["serve", "--login", "site"], "--login and --password are needed"],
    ["an unknown answer", ["serve", "--login", "a", "--password", "b", "--answer", "maybe"], '--answer is "maybe", one of right, slow, '],
    ["an unknown flag", ["full", "--speed", "9"], "Unknown option '--speed'"],
  ])("explains %s and ends with 2", async (_, argv, text) => {
    const { code, said } = await runCli(...argv)
    expect({ code, said }).toEqual({ code: 2, said: expect.stringContaining(text) })
  })

  it("ends with 1 when the exchange fails", async () => {
    const { code, said } = await runCli("stock", "--url", "http://127.0.0.1:9/x", "--login", "a", "--password", "b", "--products", "5")
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining("network: ") })
  })

  it.each(["--help", "help"])("tells its commands by %s", async (asked) => {
    expect(await runCli(asked)).toMatchObject({ code: 0, printed: expect.stringContaining("Commands") })
  })

  it("writes the moment on a clock in Moscow, wherever the machine stands", async () => {
    const directory = await mkdtemp(join(tmpdir(), "emulator-"))
    const before = Date.now()
    await runCli("write", "--out", directory, "--products", "2", "--entities", "1")
    const [, formed] = /ДатаФормирования="([^"]+)"/.exec(await readFile(join(directory, "import0_1.xml"), "utf8")) ?? []
    const moment = Date.parse(`${formed}+03:00`)
    expect(moment).toBeGreaterThan(before - 1_000)
    expect(moment).toBeLessThanOrEqual(Date.now())
    await rm(directory, { recursive: true })
  })

  it("writes files and sums them up as JSON", async () => {
    const directory = await mkdtemp(join(tmpdir(), "emulator-"))
    const { code, printed } = await runCli("write", "--out", directory, "--products", "12", "--portion", "10", "--json")
    expect(code).toBe(0)
    expect(JSON.parse(printed)).toMatchObject({ files: 5, rows: { products: 12, partners: 12 } })
    const names = await readdir(directory)
    expect(names).toEqual(expect.arrayContaining(["import0_1.xml", "import0_2.xml", "offers0_1.xml", "offers0_2.xml"]))
    await rm(directory, { recursive: true })
  })
})

it("a line of progress carries the figures", () => {
  const rows = { ...emptyTally(), products: 500 }
  const event = {
    kind: "file",
    filename: "import0_1.xml",
    position: 1,
    of: 4,
    bytes: 2_500_000,
    sendSeconds: 0.5,
    importSeconds: 1.5,
    polls: 0,
    rows,
  } as const
  expect(progressLine(event)).toBe("[1/4] import0_1.xml: 500 products, 2.5 MB, sent in 0.5 s, imported in 1.5 s, 250 products/s")
})
