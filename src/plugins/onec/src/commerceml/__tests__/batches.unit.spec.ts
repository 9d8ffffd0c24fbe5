import { RecordSink } from "../record-sink"

describe("batches of records", () => {
  const fill = (count: number) => {
    const sink = new RecordSink()
    Array.from({ length: count }, (_, index) => sink.problem("code", `message ${index}`, null))
    return sink
  }

  it.each([
    [0, []],
    [4, [4]],
    [5, [4, 1]],
    [8, [4, 4]],
  ])("%i records in fours", (count, sizes) => expect([...fill(count).take(4)].map((batch) => batch.length)).toEqual(sizes))

  it("give each record once and in order", () => {
    const sink = fill(9)
    expect([...sink.take(4)].flat()).toMatchObject(Array.from({ length: 9 }, (_, index) => ({ message: `message ${index}` })))
    expect([...sink.take(4)]).toEqual([])
  })
})
