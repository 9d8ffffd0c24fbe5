/** Attributes by local or prefixed name, as the parser gives them. */
export type XmlAttributes = Readonly<Record<string, string>>

/** Of elements without any, which are nearly all. */
export const NO_ATTRIBUTES: XmlAttributes = Object.freeze(Object.create(null) as Record<string, string>)

/**
 * One element of a package with what is inside it. Trees are small: one item of a list (a product, an offer, a
 * document) at a time, never the file. Text after the first child is layout and is not kept.
 *
 * Children are linked, not listed: a package of prices has a hundred thousand elements of five children each, and a list of five takes
 * room for seventeen.
 */
export class XmlNode {
  text = ""
  private first: XmlNode | null = null
  private last: XmlNode | null = null
  private next: XmlNode | null = null

  constructor(
    /** Local name. */
    readonly name: string,
    readonly attributes: XmlAttributes
  ) {}

  get hasChildren(): boolean {
    return this.first !== null
  }

  get children(): XmlNode[] {
    const children: XmlNode[] = []
    for (let child = this.first; child; child = child.next) {
      children.push(child)
    }
    return children
  }

  append(child: XmlNode): void {
    if (this.last) {
      this.last.next = child
    } else {
      this.first = child
    }
    this.last = child
  }

  /** First child of that name. */
  child(name: string): XmlNode | undefined {
    for (let child = this.first; child; child = child.next) {
      if (child.name === name) {
        return child
      }
    }
    return undefined
  }

  childrenNamed(name: string): XmlNode[] {
    return this.children.filter((child) => child.name === name)
  }

  /** Children `item` of the first child `list`: `<Группы><Ид/><Ид/></Группы>`. Undefined when the list is absent. */
  list(list: string, item: string): XmlNode[] | undefined {
    return this.child(list)?.childrenNamed(item)
  }

  /** Trimmed text of a child; undefined when there is no such child, "" when it is empty. */
  textOf(name: string): string | undefined {
    return this.child(name)?.text.trim()
  }

  /** Trimmed value that one schema writes as a child and another as an attribute. */
  valueOf(name: string): string | undefined {
    return this.textOf(name) ?? this.attribute(name)
  }

  attribute(name: string): string | undefined {
    return this.attributes[name]?.trim()
  }
}
