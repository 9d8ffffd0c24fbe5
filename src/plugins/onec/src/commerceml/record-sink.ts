import type { ErpRecord } from "@kontor/framework"

/** Longest part of a bad value that a problem quotes. */
const QUOTED_LENGTH = 80

/** Quotes a value from the package in a message, cut to a readable length. */
export function quote(value: string): string {
  return `"${value.length > QUOTED_LENGTH ? `${value.slice(0, QUOTED_LENGTH)}…` : value}"`
}

/** Gathers what the items of a package say until a batch is taken. */
export class RecordSink {
  private records: ErpRecord[] = []

  get size(): number {
    return this.records.length
  }

  add(record: ErpRecord): void {
    this.records.push(record)
  }

  /** A row that cannot be read; the rest of the package goes on. */
  problem(code: string, message: string, subject: string | null): void {
    this.records.push({ kind: "problem", code, message, subject: subject === null ? null : subject.slice(0, QUOTED_LENGTH) })
  }

  /** All records gathered so far, in batches of at most `size`. */
  *take(size: number): Generator<ErpRecord[]> {
    const taken = this.records
    this.records = []
    for (let start = 0; start < taken.length; start += size) {
      yield start === 0 && taken.length <= size ? taken : taken.slice(start, start + size)
    }
  }
}
