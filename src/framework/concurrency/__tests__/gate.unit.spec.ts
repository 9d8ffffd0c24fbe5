import { createGate } from "../gate"

/** Work that ends when it is told to. */
function makeWork(): { work: () => Promise<void>; end: () => void; started: () => boolean } {
  let isStarted = false
  let end = (): void => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  const work = (): Promise<void> => {
    isStarted = true
    return ended
  }
  return { work, end: () => end(), started: () => isStarted }
}

const onFull = (): Error => new Error("full")
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe("createGate", () => {
  it("lets as much work run as it is wide, makes the next wait and refuses what would queue beyond its bound", async () => {
    const gate = createGate({ running: 1, waiting: 1 })
    const [first, second] = [makeWork(), makeWork()]
    const runs = [gate.pass(first.work, onFull), gate.pass(second.work, onFull)]
    await expect(gate.pass(async () => {}, onFull)).rejects.toThrow("full")
    expect([first.started(), second.started()]).toEqual([true, false])
    first.end()
    await settle()
    expect(second.started()).toBe(true)
    second.end()
    await Promise.all(runs)
    await expect(gate.pass(async () => "again", onFull)).resolves.toBe("again")
  })

  it("makes room after work that fails", async () => {
    const gate = createGate({ running: 1, waiting: 0 })
    await expect(gate.pass(() => Promise.reject(new Error("broken")), onFull)).rejects.toThrow("broken")
    await expect(gate.pass(async () => "next", onFull)).resolves.toBe("next")
  })

  it.each([
    ["lets no more than its size run at once", 9, 0],
    ["refuses the first that has no place to wait", 10, 1],
  ])("%s, however many come together", async (_, tasks, refused) => {
    const gate = createGate({ running: 2, waiting: 7 })
    let [running, most] = [0, 0]
    const task = async () => {
      running += 1
      most = Math.max(most, running)
      await new Promise((resolve) => setTimeout(resolve, 1))
      running -= 1
    }
    const outcomes = await Promise.allSettled(Array.from({ length: tasks }, () => gate.pass(task, onFull)))
    expect({ most, running }).toEqual({ most: 2, running: 0 })
    expect(outcomes.filter(({ status }) => status === "rejected")).toEqual(Array(refused).fill({ status: "rejected", reason: onFull() }))
  })
})
