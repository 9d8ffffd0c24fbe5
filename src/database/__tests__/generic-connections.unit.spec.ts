import { knex, type Knex } from "@medusajs/framework/mikro-orm/knex"
import { genericConnections } from "../generic-connections"

/** Nothing connects before a statement is run. */
const open = () => knex({ client: "pg", connection: { host: "127.0.0.1", port: 1 }, pool: { min: 0, max: 1 } })

describe("genericConnections", () => {
  it("are the same each time, and others than those of the database", async () => {
    const db = open()
    const beside = genericConnections(db)
    expect(beside).not.toBe(db.client)
    expect(genericConnections(db)).toBe(beside)
    await db.destroy()
  })

  it("differ between databases", async () => {
    const [one, other] = [open(), open()]
    expect(genericConnections(one)).not.toBe(genericConnections(other))
    await Promise.all([one.destroy(), other.destroy()])
  })

  it("go when those of the database go", async () => {
    const db = open()
    const beside = genericConnections(db)
    await db.destroy()
    // Knex takes the pool away once it is destroyed.
    await new Promise((resolve) => setImmediate(resolve))
    expect(beside.pool).toBeUndefined()
    expect(genericConnections(db)).toBe(db.client)
  })

  it("are tried for again while none is to be had, and who asks for one waits", async () => {
    const db = open()
    const beside = genericConnections(db)
    const failed = new Promise<void>((resolve) => {
      let times = 0
      beside.pool.on("createFail", () => ++times === 2 && resolve())
    })
    const asked: Promise<string> = beside.acquireConnection().then(
      () => "given",
      (error: Error) => error.message
    )
    await failed
    await db.destroy()
    await expect(asked).resolves.toBe("aborted")
  })

  it("are never other ones than a transaction's own", () => {
    const db = open()
    const transaction: Pick<Knex, "client" | "isTransaction"> = { client: db.client, isTransaction: true }
    expect(genericConnections(transaction)).toBe(db.client)
  })
})
