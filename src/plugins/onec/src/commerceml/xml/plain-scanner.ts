import { NO_ATTRIBUTES } from "./node"
import type { XmlAttributes } from "./node"
import { plainEntities } from "./plain-entities"
import { TextPosition } from "./text-position"
import type { Position } from "./text-position"

/** Receives the elements of a document one after another; names are as written. */
export interface TagHandler {
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(): void
}

/** Where a document stands when its rest is given to another parser. */
export interface Handover {
  /** Something has been read, be it a declaration or a space. */
  isStarted: boolean
  /** Names of the open elements, from the root to the innermost. */
  path: readonly string[]
  /** The root has been opened and closed. */
  isRootClosed: boolean
  position: Position
  /** All that was fed and not read. */
  rest: string
}

/** Names that 1C and its clients use; any other is judged by the parser. */
const NAME = /^[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё0-9_.-]*(?::[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё0-9_.-]*)?$/
const DECLARATION = /^<\?xml version="1\.0"(?: encoding="[A-Za-z][\w.-]*")?(?: standalone="(?:yes|no)")? ?\?>/
/** A declaration that is longer is not plain. */
const DECLARATION_MAX = 200
const DECLARATION_START = "<?xml"
/** One attribute, from the space before it on. */
const ATTRIBUTE = /[ \n]+([^\s=<>"'/]+)="([^"<\t\n]*)"/y
const ONLY_SPACE = /^[ \t\n]*$/
/** What XML 1.0 forbids, and surrogates, which it allows in pairs only. */
const SUSPECT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
/** Distinct names that are remembered; a hostile file must not fill the memory with them. */
const NAMES_KEPT = 1000

const RETURN = "\r".charCodeAt(0)
const SLASH = "/".charCodeAt(0)
const GREATER = ">".charCodeAt(0)
const EXCLAMATION = "!".charCodeAt(0)
const QUESTION = "?".charCodeAt(0)

/** `more`: the token is not whole yet; `foreign`: it is none that is read here. */
type Step = "read" | "more" | "foreign"

/**
 * Reads the plain part of a document, as 1C writes it: elements, attributes in double quotes, text with the usual references. It never
 * judges: at the first thing that is not plainly well-formed (a comment, CDATA, an unusual name, any fault) it stops, and a whole parser
 * goes on from there. Searching for the next bracket by `indexOf` reads several times as fast as looking at each character.
 */
export class PlainScanner {
  private buffer = ""
  /** Where the next token begins in the buffer. */
  private at = 0
  /** End of a piece that cannot be read without what follows: half a line end or half a pair. */
  private carried = ""
  private readonly before = new TextPosition()
  private readonly path: string[] = []
  private isStarted = false
  private isRootClosed = false
  private hasReferences = false
  private hasBrackets = false
  private readonly names = new Map<string, string>()
  /** By name, what was opened after such an element the last time. Files repeat themselves, so that most names need not be cut out. */
  private readonly followers = new Map<string, string>()
  private latest = ""

  constructor(private readonly handler: TagHandler) {}

  /** Reads on; false when the rest is for {@link handover}. */
  feed(text: string): boolean {
    const piece = this.takeIn(text)
    if (SUSPECT.test(piece) && FORBIDDEN.test(piece)) {
      return false
    }
    this.hasReferences = this.buffer.includes("&")
    this.hasBrackets = this.buffer.includes("]]>")
    if (!this.isStarted) {
      const start = this.readStart()
      if (start !== "read") {
        return start === "more"
      }
    }
    return this.readTokens()
  }

  /** Whether the document is whole. */
  get isWhole(): boolean {
    return this.isRootClosed && this.carried === "" && ONLY_SPACE.test(this.buffer.slice(this.at))
  }

  /** Line and column of what is read next. */
  get position(): Position {
    return this.before.after(this.buffer.slice(0, this.at))
  }

  handover(): Handover {
    const { path, isRootClosed, position } = this
    const isStarted = position.line > 1 || position.column > 0
    return { isStarted, path, isRootClosed, position, rest: this.buffer.slice(this.at) + this.carried }
  }

  /** Puts a piece behind what is left of the last one, its line ends as XML prescribes. */
  private takeIn(text: string): string {
    const joined = this.carried + text
    const last = joined.charCodeAt(joined.length - 1)
    this.carried = last === RETURN || (last >= 0xd800 && last <= 0xdbff) ? joined.slice(-1) : ""
    const whole = this.carried === "" ? joined : joined.slice(0, -1)
    const piece = whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole
    this.before.pass(this.buffer.slice(0, this.at))
    this.buffer = this.buffer.slice(this.at) + piece
    this.at = 0
    return piece
  }

  private readStart(): Step {
    const { buffer } = this
    if (buffer.length < DECLARATION_START.length) {
      return "more"
    }
    if (buffer.startsWith(DECLARATION_START)) {
      const declaration = DECLARATION.exec(buffer)?.[0]
      if (declaration === undefined) {
        return buffer.length < DECLARATION_MAX && !buffer.includes("?>") ? "more" : "foreign"
      }
      this.at = declaration.length
    }
    this.isStarted = true
    return "read"
  }

  private readTokens(): boolean {
    for (;;) {
      const start = this.buffer.indexOf("<", this.at)
      if (start < 0) {
        return true
      }
      if (start > this.at && !this.readText(start)) {
        return false
      }
      const step = this.readTag(start)
      if (step !== "read") {
        return step === "more"
      }
    }
  }

  private readText(end: number): boolean {
    const start = this.at
    const raw = this.buffer.slice(start, end)
    if (this.path.length === 0) {
      return ONLY_SPACE.test(raw) && this.moveTo(end)
    }
    const text = this.hasReferences ? plainEntities(raw) : raw
    if (text === null || (this.hasBrackets && raw.includes("]]>"))) {
      return false
    }
    // The bracket behind it was read when a text is told of.
    this.at = end + 1
    this.handler.text(text)
    return this.moveTo(end)
  }

  private moveTo(at: number): true {
    this.at = at
    return true
  }

  private readTag(start: number): Step {
    const mark = this.buffer.charCodeAt(start + 1)
    if (mark === SLASH) {
      return this.readClosing(start)
    }
    return mark === EXCLAMATION || mark === QUESTION ? "foreign" : this.readOpening(start)
  }

  private readClosing(start: number): Step {
    const { buffer, path } = this
    const name = path[path.length - 1]
    const end = name === undefined ? -1 : start + 2 + name.length
    if (name === undefined || buffer.charCodeAt(end) !== GREATER || !buffer.startsWith(name, start + 2)) {
      return buffer.indexOf(">", start) < 0 ? "more" : "foreign"
    }
    this.at = end + 1
    this.closeElement()
    return "read"
  }

  private closeElement(): void {
    this.path.pop()
    this.isRootClosed = this.path.length === 0
    this.handler.close()
  }

  private readOpening(start: number): Step {
    const { buffer } = this
    const end = buffer.indexOf(">", start + 1)
    if (end < 0 || this.isRootClosed) {
      return end < 0 ? "more" : "foreign"
    }
    const guess = this.followers.get(this.latest)
    if (guess !== undefined && end === start + 1 + guess.length && buffer.startsWith(guess, start + 1)) {
      return this.openElement(guess, NO_ATTRIBUTES, end)
    }
    const isEmpty = buffer.charCodeAt(end - 1) === SLASH
    const inner = buffer.slice(start + 1, isEmpty ? end - 1 : end)
    const bare = this.names.get(inner)
    const tag = bare === undefined ? this.tagOf(inner) : { name: bare, attributes: NO_ATTRIBUTES }
    if (tag === null) {
      return "foreign"
    }
    if (bare !== undefined && (this.followers.size < NAMES_KEPT || this.followers.has(this.latest))) {
      this.followers.set(this.latest, bare)
    }
    this.openElement(tag.name, tag.attributes, end)
    if (isEmpty) {
      this.closeElement()
    }
    return "read"
  }

  private openElement(name: string, attributes: XmlAttributes, end: number): "read" {
    this.at = end + 1
    this.handler.open(name, attributes)
    this.path.push(name)
    this.latest = name
    return "read"
  }

  /** A tag that is more than a known name. */
  private tagOf(inner: string): { name: string; attributes: XmlAttributes } | null {
    const space = inner.search(/[ \n]/)
    const written = space < 0 ? inner : inner.slice(0, space)
    const name = this.names.get(written) ?? (NAME.test(written) ? this.keepName(written) : null)
    const attributes = space < 0 ? NO_ATTRIBUTES : attributesOf(inner, space)
    return name === null || attributes === null ? null : { name, attributes }
  }

  /** One string for all tags of a name. */
  private keepName(written: string): string {
    if (this.names.size < NAMES_KEPT) {
      this.names.set(written, written)
    }
    return written
  }
}

/** The attributes of a tag from `start` on; null when they are not plain. */
function attributesOf(inner: string, start: number): XmlAttributes | null {
  const attributes: Record<string, string> = Object.create(null) as Record<string, string>
  for (let at = start; at < inner.length; at = ATTRIBUTE.lastIndex) {
    ATTRIBUTE.lastIndex = at
    const [, name = "", raw = ""] = ATTRIBUTE.exec(inner) ?? []
    const value = plainEntities(raw)
    if (!NAME.test(name) || value === null || attributes[name] !== undefined) {
      return null
    }
    attributes[name] = value
  }
  return attributes
}
