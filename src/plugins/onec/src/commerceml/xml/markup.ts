/** Ready XML. Made only by the functions below, so that a value never gets into a document unescaped. */
export type Markup = string

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }

/** Characters that XML 1.0 cannot hold: controls, halves of pairs and the two non-characters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** The text without what XML cannot hold, escaped for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character)
}

function attributesOf(attributes: Record<string, string>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("")
}

/** An element with text; nothing when there is no text, since 1C takes an empty element for an empty value. */
export function textElement(name: string, value: string | null, attributes: Record<string, string> = {}): Markup {
  const text = escapeXml(value?.trim() ?? "")
  return text === "" ? "" : `<${name}${attributesOf(attributes)}>${text}</${name}>`
}

/** An element with elements; nothing when none of them is there. */
export function groupElement(name: string, children: Markup[], attributes: Record<string, string> = {}): Markup {
  const content = children.join("")
  return content === "" ? "" : `<${name}${attributesOf(attributes)}>${content}</${name}>`
}

/** The first `length` characters of a text, never half of a pair. */
export function cutText(text: string, length: number): string {
  const characters = Array.from(text)
  return characters.length > length ? characters.slice(0, length).join("") : text
}
