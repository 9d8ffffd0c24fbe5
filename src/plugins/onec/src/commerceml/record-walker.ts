import { ErpPackageError } from "@kontor/framework"
import type { ErpPackage } from "@kontor/framework"
import { LAYOUT, ROOT_NAME } from "./layout"
import type { Item, ItemMapper, Section } from "./layout"
import { reportTypesWithoutCurrency } from "./map/classifier"
import type { PackageContext } from "./map/context"
import { quote } from "./record-sink"
import type { RecordSink } from "./record-sink"
import { parseBoolean } from "./values/boolean"
import { parseMoment } from "./values/dates"
import { ELEMENT_WEIGHT, XML_LIMITS } from "./xml/limits"
import { XmlNode } from "./xml/node"
import type { XmlAttributes } from "./xml/node"
import type { XmlHandler } from "./xml/xml-pump"

/** The file in which 3.1 declares properties of offers. */
const OFFER_PROPERTIES_FILE = /propertiesoffers/i

/** Each price says in words what its other elements say: a fifth of a package of prices, and nobody reads it. */
const PRICE = "Цена"
const WORDS_OF_PRICE = "Представление"

/** Parts of a package that are not read are reported by name, this many of them. */
const REPORTED_UNKNOWN_PARTS = 20

/**
 * Walks the elements of a package along the layout: goes through sections, gathers items into small trees and hands them to
 * their mappers, skips the rest. A section with a content announces its package before the first of its records.
 */
export class RecordWalker implements XmlHandler {
  private readonly sections: Section[] = [LAYOUT]
  private readonly unknownParts = new Set<string>()
  private readonly context: PackageContext
  /** Elements of the current item from its root to the innermost; empty outside items. */
  private readonly itemPath: XmlNode[] = []
  private itemMapper: ItemMapper | null = null
  private itemWeight = 0
  private skippedDepth = 0
  private rootAttributes: XmlAttributes = {}
  /** The package whose section has begun and whose headers may still come. */
  private pending: ErpPackage | null = null
  private areDocumentsAnnounced = false

  constructor(
    private readonly sink: RecordSink,
    filename: string
  ) {
    const isForOffers = OFFER_PROPERTIES_FILE.test(filename)
    this.context = {
      sink,
      isForOffers,
      formedOn: null,
      unitNames: new Map(),
      splitProducts: new Set(),
      typesWithoutCurrency: new Map(),
      nextGroupPosition: 0,
    }
  }

  open(name: string, attributes: XmlAttributes): void {
    const parent = this.itemPath.at(-1)
    if (this.skippedDepth > 0) {
      this.skippedDepth += 1
    } else if (parent) {
      this.openInItem(parent, name, attributes)
    } else {
      this.openInSection(name, attributes)
    }
  }

  text(text: string): void {
    const node = this.itemPath.at(-1)
    if (node && this.skippedDepth === 0 && !node.hasChildren) {
      this.addWeight(text.length, node)
      node.text += text
    }
  }

  close(): void {
    if (this.skippedDepth > 0) {
      this.skippedDepth -= 1
      return
    }
    const node = this.itemPath.pop()
    if (node) {
      this.closeInItem(node)
    } else if (this.sections.pop()?.content) {
      this.announcePending()
    }
  }

  /** The package has been read to its end. */
  end(): void {
    reportTypesWithoutCurrency(this.context)
  }

  private openInItem(parent: XmlNode, name: string, attributes: XmlAttributes): void {
    if (name === WORDS_OF_PRICE && parent.name === PRICE) {
      this.skippedDepth = 1
      return
    }
    const node = new XmlNode(name, attributes)
    this.addWeight(ELEMENT_WEIGHT, node)
    parent.append(node)
    this.itemPath.push(node)
  }

  private closeInItem(node: XmlNode): void {
    if (this.itemPath.length === 0) {
      this.itemMapper?.(node, this.context)
      this.itemMapper = null
      this.itemWeight = 0
    }
  }

  private openInSection(name: string, attributes: XmlAttributes): void {
    const step = this.sections.at(-1)?.children.get(name)
    if (!step) {
      this.skip(name)
    } else if (step.kind === "section") {
      this.openSection(step, name, attributes)
    } else if (step.kind === "item") {
      this.openItem(step, name, attributes)
    } else {
      this.startItem((node) => this.readHeader(node), name, attributes)
    }
  }

  private openSection(section: Section, name: string, attributes: XmlAttributes): void {
    if (this.sections.length === 1) {
      this.readRoot(name, attributes)
    }
    this.announcePending()
    if (section.content) {
      this.pending = this.packageOf(section.content, parseBoolean(attributes["СодержитТолькоИзменения"] ?? "") === false)
      this.context.nextGroupPosition = 0
    }
    this.sections.push(section)
  }

  private readRoot(name: string, attributes: XmlAttributes): void {
    if (name === ROOT_NAME) {
      this.rootAttributes = attributes
      this.context.formedOn = parseMoment(attributes["ДатаФормирования"] ?? "")?.slice(0, "YYYY-MM-DD".length) ?? null
    }
  }

  private openItem(step: Item, name: string, attributes: XmlAttributes): void {
    if (step.content && !this.areDocumentsAnnounced) {
      this.areDocumentsAnnounced = true
      this.sink.add(this.packageOf(step.content, false))
    }
    this.announcePending()
    this.startItem(step.map, name, attributes)
  }

  private startItem(mapper: ItemMapper, name: string, attributes: XmlAttributes): void {
    this.itemMapper = mapper
    this.itemPath.push(new XmlNode(name, attributes))
  }

  private readHeader(node: XmlNode): void {
    if (this.pending && node.name === "Ид") {
      this.pending.external_id = node.text.trim() || null
    } else if (this.pending) {
      this.pending.is_full = parseBoolean(node.text) === false
    }
  }

  /** A package that does not say whether it is full is taken for changes, since nothing may be concluded from what it lacks. */
  private packageOf(content: ErpPackage["content"], isFull: boolean): ErpPackage {
    return {
      kind: "package",
      content,
      is_full: isFull,
      external_id: null,
      formed_at: parseMoment(this.rootAttributes["ДатаФормирования"] ?? ""),
      schema_version: this.rootAttributes["ВерсияСхемы"]?.trim() || null,
    }
  }

  private announcePending(): void {
    if (this.pending) {
      this.sink.add(this.pending)
      this.pending = null
    }
  }

  private skip(name: string): void {
    this.skippedDepth = 1
    if (this.sections.length === 1) {
      throw new ErpPackageError("root_unknown", `The root of the package is ${quote(name)}, expected ${quote(ROOT_NAME)}`)
    }
    // Below the root much is left out on purpose; a whole part that is not read deserves a line in the exchange log.
    const isPart = this.sections.length === 2 && !this.sections.at(-1)?.content
    if (isPart && !this.unknownParts.has(name) && this.unknownParts.size < REPORTED_UNKNOWN_PARTS) {
      this.unknownParts.add(name)
      this.sink.problem("section_unsupported", `The part ${quote(name)} of the package is not read`, name)
    }
  }

  private addWeight(weight: number, node: XmlNode): void {
    this.itemWeight += weight
    if (this.itemWeight > XML_LIMITS.itemWeight) {
      const item = this.itemPath[0]?.name ?? node.name
      throw new ErpPackageError("xml_item_too_large", `One ${quote(item)} is larger than ${XML_LIMITS.itemWeight} characters`)
    }
  }
}
