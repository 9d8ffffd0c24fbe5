/**
 * Begins to read at once, and not when it is first asked for something, at most `limit` items ahead; from then on one by one. What reading throws is thrown where
 * its turn comes. Whoever does not read to the end calls `return`.
 */
export function readAhead<Item>(source: AsyncIterable<Item>, limit: number): AsyncIterableIterator<Item> {
  const iterator = source[Symbol.asyncIterator]()
  const ahead: Promise<IteratorResult<Item>>[] = []
  let isAsked = false
  const read = async (): Promise<void> => {
    while (!isAsked && ahead.length < limit) {
      const next = iterator.next()
      ahead.push(next)
      if ((await next).done) {
        return
      }
    }
  }
  // The item that failed tells of it.
  read().catch(() => undefined)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    next() {
      isAsked = true
      return ahead.shift() ?? iterator.next()
    },
    async return() {
      isAsked = true
      await iterator.return?.()
      return { done: true, value: undefined }
    },
  }
}
