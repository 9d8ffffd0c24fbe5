import { throwConflict } from "../throw-conflict"

const failWith = (code: string) => () => throwConflict(Object.assign(new Error("from PostgreSQL"), { code }))

describe("throwConflict", () => {
  it.each(["55P03", "40P01"])("makes a conflict that may be retried of %s", (code) => {
    expect(failWith(code)).toThrow(expect.objectContaining({ type: "conflict" }))
  })

  it("leaves every other error as it is", () => {
    expect(failWith("23505")).toThrow(expect.objectContaining({ code: "23505", message: "from PostgreSQL" }))
  })
})
