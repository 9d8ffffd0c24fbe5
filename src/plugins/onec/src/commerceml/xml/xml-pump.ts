import { ErpPackageError } from "@kontor/framework"
import { SaxesParser } from "saxes"
import { XML_LIMITS } from "./limits"
import { NO_ATTRIBUTES } from "./node"
import type { XmlAttributes } from "./node"
import { PlainScanner } from "./plain-scanner"

/** Receives the elements of a package one after another; names are local. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(): void
}

/** Tells a parser that the beginning of a document is behind it. */
const XML_DECLARATION = `<?xml version="1.0"?>`

/** Text of a parser error without the position that it repeats. */
function reasonOf(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, "")
}

/**
 * Feeds text into a parser and watches the bounds. The first fault throws an `ErpPackageError` and nothing more may be
 * fed. Namespaces are matched by local name, since 1C changes them with each schema and real files mix them up.
 *
 * What is plain is scanned; from the first thing on that is not, saxes parses, and it alone judges what is malformed.
 */
export class XmlPump {
  private readonly scanner = new PlainScanner({
    open: (name, attributes) => this.open(name, attributes),
    text: (text) => this.text(text),
    close: () => this.close(),
  })
  private parser: SaxesParser | null = null
  private readonly localNames = new Map<string, string>()
  private depth = 0
  private sawAnything = false
  private fedSinceEvent = 0

  constructor(private readonly handler: XmlHandler) {}

  feed(text: string): void {
    this.sawAnything ||= text.trim() !== ""
    this.fedSinceEvent += text.length
    if (this.parser) {
      this.parser.write(text)
    } else if (!this.scanner.feed(text)) {
      this.parseRest()
    }
    if (this.fedSinceEvent > XML_LIMITS.tokenLength) {
      throw this.malformed("xml_value_too_long", `more than ${XML_LIMITS.tokenLength} characters without a tag`)
    }
  }

  /** The file is over: throws unless the root element is closed. */
  end(): void {
    if (!this.sawAnything) {
      throw new ErpPackageError("xml_empty", "The package is empty")
    }
    if (!this.parser && this.scanner.isWhole) {
      return
    }
    const parser = this.parser ?? this.parseRest()
    // What the parser still misses now, it misses because the file ends.
    parser.on("error", (error) => {
      throw this.malformed("xml_cut", reasonOf(error))
    })
    parser.close()
  }

  /** Gives the document to a parser that knows all of XML, at the point that the scanner has reached. */
  private parseRest(): SaxesParser {
    const { isStarted, path, isRootClosed, position, rest } = this.scanner.handover()
    const parser = new SaxesParser()
    this.parser = parser
    parser.write(`${isStarted ? XML_DECLARATION : ""}${isRootClosed ? "<root/>" : path.map((name) => `<${name}>`).join("")}`)
    parser.line = position.line
    parser.column = position.column
    parser.on("opentag", (tag) => this.open(tag.name, tag.attributes))
    parser.on("closetag", () => this.close())
    parser.on("text", (text) => this.text(text))
    parser.on("cdata", (text) => this.text(text))
    parser.on("doctype", () => {
      throw this.malformed("xml_doctype", "a package must not have a DOCTYPE")
    })
    parser.on("error", (error) => {
      throw this.malformed("xml_malformed", reasonOf(error))
    })
    parser.write(rest)
    return parser
  }

  /** A fault, with its position in the file for people. */
  private malformed(code: string, reason: string): ErpPackageError {
    const { line, column } = this.parser ?? this.scanner.position
    return new ErpPackageError(code, `line ${line}, column ${column}: ${reason}`)
  }

  private open(name: string, attributes: XmlAttributes): void {
    this.fedSinceEvent = 0
    this.depth += 1
    if (this.depth > XML_LIMITS.depth) {
      throw this.malformed("xml_too_deep", `more than ${XML_LIMITS.depth} elements inside one another`)
    }
    if (attributes !== NO_ATTRIBUTES) {
      this.checkAttributes(attributes)
    }
    this.handler.open(this.localName(name), attributes)
  }

  private close(): void {
    this.fedSinceEvent = 0
    this.depth -= 1
    this.handler.close()
  }

  private text(text: string): void {
    this.fedSinceEvent = 0
    this.checkLength(text)
    this.handler.text(text)
  }

  private checkAttributes(attributes: XmlAttributes): void {
    let count = 0
    for (const name in attributes) {
      count += 1
      this.checkLength(attributes[name] ?? "")
    }
    if (count > XML_LIMITS.attributes) {
      throw this.malformed("xml_too_many_attributes", `an element has ${count} attributes, ${XML_LIMITS.attributes} are allowed`)
    }
  }

  private checkLength(value: string): void {
    if (value.length > XML_LIMITS.valueLength) {
      throw this.malformed("xml_value_too_long", `a value has ${value.length} characters, ${XML_LIMITS.valueLength} are allowed`)
    }
  }

  /** One string per name, so that comparing names compares pointers. Unknown names of a hostile file are not kept. */
  private localName(name: string): string {
    const known = this.localNames.get(name)
    if (known !== undefined) {
      return known
    }
    const local = name.slice(name.indexOf(":") + 1)
    if (this.localNames.size < 1000) {
      this.localNames.set(name, local)
    }
    return local
  }
}
