import { execFileSync } from "node:child_process"
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"

const LIB = resolve(__dirname, "../../../scripts/lib")
const options = { encoding: "utf8", env: { ...process.env, NODE_OPTIONS: "" }, timeout: 110_000 } as const

/** Each call is a command of its own, as each `npm start` is. `server` is what `startPostgres` gives; the code returns what the test looks at. */
function command(folder: string, port: number, code: string): unknown {
  const program = `import { startPostgres } from ${JSON.stringify(join(LIB, "postgres.mjs"))}
    import { ensureDatabase } from ${JSON.stringify(join(LIB, "database.mjs"))}
    import { Refused } from ${JSON.stringify(join(LIB, "refused.mjs"))}
    const work = async () => {
      const server = await startPostgres({ directory: ${JSON.stringify(folder)}, port: ${port}, durable: false })
      ${code}
    }
    const answer = await work().catch((error) => { if (error instanceof Refused) return { refused: error.message }; throw error })
    process.stdout.write(JSON.stringify(answer ?? null))`
  return JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program], options))
}

const IDENTIFY = `return { isNew: server.isNew, database: await ensureDatabase(server.url("kept")) }`

describe("the embedded PostgreSQL", () => {
  let folder: string
  let port: number
  const pidFile = () => join(folder, "data", "postmaster.pid")
  const postmaster = () => Number(readFileSync(pidFile(), "utf8").split("\n")[0])

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "kontor-postgres-"))
    chmodSync(folder, 0o755)
    const program = `import { freePort } from ${JSON.stringify(join(LIB, "ports.mjs"))}; process.stdout.write(String(await freePort()))`
    port = Number(execFileSync(process.execPath, ["--input-type=module", "-e", program], options))
  })

  afterAll(() => {
    command(folder, port, "await server.stop()")
    rmSync(folder, { recursive: true, force: true })
  })

  it("outlives the command that made it; the next one takes it over with its data", () => {
    const first = command(folder, port, IDENTIFY) as { isNew: boolean; database: string }
    const pid = postmaster()
    expect(first.isNew).toBe(true)
    expect(command(folder, port, IDENTIFY)).toEqual({ isNew: false, database: first.database })
    expect(postmaster()).toBe(pid)
  })

  it("comes up after a kill, though its number now belongs to a living stranger, and keeps its data", () => {
    const { database } = command(folder, port, IDENTIFY) as { database: string }
    process.kill(postmaster(), "SIGKILL")
    const left = readFileSync(pidFile(), "utf8")
    writeFileSync(pidFile(), left.replace(/^\d+/, String(process.pid)))
    expect(command(folder, port, IDENTIFY)).toEqual({ isNew: true, database })
  })

  it("moves to another port when it is asked to", () => {
    command(folder, port, IDENTIFY)
    const { database } = command(folder, port, IDENTIFY) as { database: string }
    expect(command(folder, port + 1, IDENTIFY)).toEqual({ isNew: true, database })
    expect(command(folder, port, IDENTIFY)).toEqual({ isNew: true, database })
  })

  it("gives a database that was dropped and made again another identity", () => {
    const again = `const { default: pg } = await import(${JSON.stringify(resolve(LIB, "../../node_modules/pg/lib/index.js"))})
      const before = await ensureDatabase(server.url("passing"))
      const client = new pg.Client({ connectionString: server.url("postgres") })
      await client.connect()
      await client.query("DROP DATABASE passing")
      await client.end()
      return [before, await ensureDatabase(server.url("passing"))]`
    const [before, after] = command(folder, port, again) as string[]
    expect(after).not.toBe(before)
  })
})

describe("a start of the embedded PostgreSQL", () => {
  it("is refused in words when another program holds its port", () => {
    const folder = mkdtempSync(join(tmpdir(), "kontor-postgres-"))
    chmodSync(folder, 0o755)
    try {
      const taken = Number(process.env.DB_PORT)
      expect(command(folder, taken, IDENTIFY)).toEqual({ refused: `Port ${taken}, which PostgreSQL needs, is taken by another program.` })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
