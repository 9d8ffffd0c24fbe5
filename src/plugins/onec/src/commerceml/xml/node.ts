const NO_CHILDREN: readonly XmlNode[] = []

/** Attributes by local or prefixed name, as the parser gives them. */
export type XmlAttributes = Readonly<Record<string, string>>

/** Of elements without any, which are nearly all. */
export const NO_ATTRIBUTES: XmlAttributes = Object.freeze(Object.create(null) as Record<string, string>)

/**
 * One element of a package with what is inside it. Trees are small: one item of a list (a product, an offer, a
 * document) at a time, never the file. Text after the first child is layout and is not kept.
 */
export class XmlNode {
  text = ""
  private items: XmlNode[] | null = null

  constructor(
    /** Local name. */
    readonly name: string,
    readonly attributes: XmlAttributes
  ) {}

  get children(): readonly XmlNode[] {
    return this.items ?? NO_CHILDREN
  }

  append(child: XmlNode): void {
    if (this.items) {
      this.items.push(child)
    } else {
      this.items = [child]
    }
  }

  /** First child of that name. */
  child(name: string): XmlNode | undefined {
    for (const child of this.children) {
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
