export interface Peeked {
  /** The first bytes, as many as were asked for unless the body is shorter; possibly more. */
  head: Buffer
  /** The whole body, the head included. */
  body: AsyncIterable<Buffer>
}

/** Looks at the first bytes of a body without losing them. */
export async function peek(body: AsyncIterable<Buffer>, wanted: number): Promise<Peeked> {
  const iterator = body[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let ended = false
  while (head.length < wanted && !ended) {
    const { value, done } = await iterator.next()
    ended = done === true
    head = done ? head : Buffer.concat([head, value])
  }
  return { head, body: joined(head, iterator, ended) }
}

async function* joined(head: Buffer, rest: AsyncIterator<Buffer>, ended: boolean): AsyncGenerator<Buffer> {
  if (head.length > 0) {
    yield head
  }
  while (!ended) {
    const { value, done } = await rest.next()
    if (done) {
      return
    }
    yield value
  }
}
