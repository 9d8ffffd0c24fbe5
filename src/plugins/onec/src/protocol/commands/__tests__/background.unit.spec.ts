import { Background } from "../background"

const soon = () => Date.now() + 1000
const now = () => Date.now()

describe("work in the background", () => {
  it("is not begun twice while it goes on", async () => {
    const background = new Background()
    const begin = jest.fn(async () => "done")
    expect(await Promise.all([background.start("a", begin), background.start("a", begin)])).toEqual(["done", "done"])
    expect(begin).toHaveBeenCalledTimes(1)
  })

  it("gives nothing yet to one who does not wait for its end, and its outcome to the next", async () => {
    const background = new Background()
    const gate = gateway()
    const begin = jest.fn(() => gate.promise)
    expect(await background.follow("a", now(), begin)).toBeNull()
    gate.resolve("done")
    await gate.promise
    expect(await background.follow("a", soon(), begin)).toEqual({ result: "done" })
    expect(begin).toHaveBeenCalledTimes(1)
  })

  it("tells an error that came while nobody waited, once, and then begins anew", async () => {
    const background = new Background()
    const gate = gateway()
    expect(await background.follow("a", now(), () => gate.promise)).toBeNull()
    gate.reject(new Error("disk"))
    await expect(background.follow("a", soon(), async () => "again")).rejects.toThrow("disk")
    expect(await background.follow("a", soon(), async () => "again")).toEqual({ result: "again" })
  })
})

/** A promise whose end the test decides. */
function gateway() {
  let resolve: (value: string) => void = () => undefined
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<string>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  return { promise, resolve, reject }
}
