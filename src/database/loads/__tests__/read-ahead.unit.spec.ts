import { setImmediate as turn } from "node:timers/promises"
import { readAhead } from "../stage/read-ahead"

const turns = async () => {
  for (let count = 0; count < 20; count += 1) {
    await turn()
  }
}

describe("reading ahead", () => {
  let read: number[] = []
  let isClosed = false

  async function* numbers(until: number) {
    try {
      for (let number = 1; number <= until; number += 1) {
        await turn()
        read.push(number)
        yield number
      }
      throw new Error("The file is cut")
    } finally {
      isClosed = true
    }
  }

  beforeEach(() => {
    read = []
    isClosed = false
  })

  it("begins before it is asked, goes so far, and gives everything in its order", async () => {
    const ahead = readAhead(numbers(9), 4)
    await turns()
    expect(read).toEqual([1, 2, 3, 4])
    const got: number[] = []
    await expect(
      (async () => {
        for await (const number of ahead) {
          got.push(number)
          await turn()
        }
      })()
    ).rejects.toThrow("The file is cut")
    expect(got).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    expect(isClosed).toBe(true)
  })

  it("reads no further ahead once it is asked", async () => {
    const ahead = readAhead(numbers(9), 8)
    expect((await ahead.next()).value).toBe(1)
    await turns()
    expect(read.length).toBeLessThanOrEqual(2)
  })

  it("keeps what went wrong until its turn, and bothers nobody who does not ask", async () => {
    const ahead = readAhead(numbers(1), 4)
    await turns()
    expect(isClosed).toBe(true)
    expect((await ahead.next()).value).toBe(1)
    await expect(ahead.next()).rejects.toThrow("The file is cut")
  })

  it("closes what it reads from when it is given up", async () => {
    const ahead = readAhead(numbers(9), 2)
    await turns()
    await ahead.return?.()
    expect(isClosed).toBe(true)
    expect(read).toEqual([1, 2])
  })
})
