import { ErpPackageError } from "@kontor/framework"
import { SaxesParser } from "saxes"
import { XML_LIMITS } from "./limits"
import type { XmlAttributes } from "./node"

/** Receives the elements of a package one after another; names are local. */
export interface XmlHandler {
  open(name: string, attributes: XmlAttributes): void
  text(text: string): void
  close(): void
}

/** `position` in the file for people: lines from 1, columns from 0, as editors show them. */
function malformed(code: string, parser: SaxesParser, reason: string): ErpPackageError {
  return new ErpPackageError(code, `line ${parser.line}, column ${parser.column}: ${reason}`)
}

/** Text of a parser error without the position that it repeats. */
function reasonOf(error: Error): string {
  return error.message.replace(/^\d+:\d+: /, "")
}

/**
 * Feeds text into the parser and watches the bounds. The first fault throws an `ErpPackageError` and nothing more may be
 * fed. Namespaces are matched by local name, since 1C changes them with each schema and real files mix them up.
 */
export class XmlPump {
  private readonly parser = new SaxesParser()
  private readonly localNames = new Map<string, string>()
  private depth = 0
  private sawAnything = false
  private fedSinceEvent = 0

  constructor(private readonly handler: XmlHandler) {
    this.parser.on("opentag", (tag) => this.open(tag.name, tag.attributes))
    this.parser.on("closetag", () => this.close())
    this.parser.on("text", (text) => this.text(text))
    this.parser.on("cdata", (text) => this.text(text))
    this.parser.on("doctype", () => {
      throw malformed("xml_doctype", this.parser, "a package must not have a DOCTYPE")
    })
    this.parser.on("error", (error) => {
      throw malformed("xml_malformed", this.parser, reasonOf(error))
    })
  }

  feed(text: string): void {
    this.sawAnything ||= text.trim() !== ""
    this.fedSinceEvent += text.length
    this.parser.write(text)
    if (this.fedSinceEvent > XML_LIMITS.tokenLength) {
      throw malformed("xml_value_too_long", this.parser, `more than ${XML_LIMITS.tokenLength} characters without a tag`)
    }
  }

  /** The file is over: throws unless the root element is closed. */
  end(): void {
    if (!this.sawAnything) {
      throw new ErpPackageError("xml_empty", "The package is empty")
    }
    // What the parser still misses now, it misses because the file ends.
    this.parser.on("error", (error) => {
      throw malformed("xml_cut", this.parser, reasonOf(error))
    })
    this.parser.close()
  }

  private open(name: string, attributes: XmlAttributes): void {
    this.fedSinceEvent = 0
    this.depth += 1
    if (this.depth > XML_LIMITS.depth) {
      throw malformed("xml_too_deep", this.parser, `more than ${XML_LIMITS.depth} elements inside one another`)
    }
    this.checkAttributes(attributes)
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
      throw malformed("xml_too_many_attributes", this.parser, `an element has ${count} attributes, ${XML_LIMITS.attributes} are allowed`)
    }
  }

  private checkLength(value: string): void {
    if (value.length > XML_LIMITS.valueLength) {
      throw malformed("xml_value_too_long", this.parser, `a value has ${value.length} characters, ${XML_LIMITS.valueLength} are allowed`)
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
