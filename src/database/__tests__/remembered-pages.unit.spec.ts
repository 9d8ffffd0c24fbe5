import { knex } from "@medusajs/framework/mikro-orm/knex"
import { rememberedPage, rememberPage } from "../queries/remembered-pages"

/** Nothing connects before a statement is run. */
const open = () => knex({ client: "pg", connection: { host: "127.0.0.1", port: 1 } })

describe("remembered pages", () => {
  it("are those that were found last in a place of a database", () => {
    const [one, other] = [open(), open()]
    expect(rememberedPage(one, "a")).toBeNull()
    rememberPage(one, "a", { version: "1", keys: [1] })
    rememberPage(one, "a", { version: "2", keys: [2] })
    expect(rememberedPage(one, "a")).toEqual({ version: "2", keys: [2] })
    expect(rememberedPage(one, "b")).toBeNull()
    expect(rememberedPage(other, "a")).toBeNull()
  })

  it("are 5,000 at most: the one that was found first goes", () => {
    const db = open()
    for (let place = 0; place < 5_000; place += 1) {
      rememberPage(db, String(place), { version: "1", keys: [place] })
    }
    rememberPage(db, "0", { version: "2", keys: [0] })
    rememberPage(db, "more", { version: "2", keys: [] })
    expect(rememberedPage(db, "1")).toBeNull()
    expect(rememberedPage(db, "0")).toEqual({ version: "2", keys: [0] })
    expect(rememberedPage(db, "more")).not.toBeNull()
  })

  it("a transaction has none", () => {
    const db = Object.assign(open(), { isTransaction: true })
    rememberPage(db, "a", { version: "1", keys: [1] })
    expect(rememberedPage(db, "a")).toBeNull()
  })
})
