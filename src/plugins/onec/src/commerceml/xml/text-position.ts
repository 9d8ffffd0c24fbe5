/** Lines from 1, columns from 0 and in characters, as editors show them. */
export interface Position {
  line: number
  column: number
}

/** Keeps count of lines and columns in a text that comes in pieces, its lines ended by "\n". */
export class TextPosition {
  private line = 1
  private column = 0

  pass(text: string): void {
    const { line, column } = this.after(text)
    this.line = line
    this.column = column
  }

  /** The position behind a text that follows what was passed. */
  after(text: string): Position {
    let { line } = this
    let start = 0
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      line += 1
      start = end + 1
    }
    return { line, column: (start === 0 ? this.column : 0) + characters(text, start) }
  }
}

/** A pair of surrogates is one character. */
function characters(text: string, start: number): number {
  const rest = text.slice(start)
  return /[\ud800-\udbff]/.test(rest) ? Array.from(rest).length : rest.length
}
