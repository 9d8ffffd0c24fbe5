/** A property as adjustments aim at it. */
export interface NamedProperty {
  name: string
  value: string
}

/**
 * Properties as one cell of a file: one a line, `Name=Value`. What could be read as another property so (a name with an equals sign, or what begins
 * with a quotation mark, has blanks around it or more than one line) stands in quotation marks, `"Name"="Value"`, with those inside it doubled.
 */
export function writeProperties(properties: readonly NamedProperty[]): string {
  return properties.map(({ name, value }) => (isPlain(name, value) ? `${name}=${value}` : `${quoted(name)}=${quoted(value)}`)).join("\n")
}

/** Reads what {@link writeProperties} writes, and what people type; null for a line that names no property. Each once. */
export function readProperties(cell: string): NamedProperty[] | null {
  const found = new Map<string, NamedProperty>()
  for (const [line] of cell.matchAll(LINES)) {
    const property = propertyIn(line.trim())
    if (property === null) {
      return null
    }
    if (property !== undefined) {
      found.set(JSON.stringify([property.name, property.value]), property)
    }
  }
  return [...found.values()]
}

const QUOTED = `"(?:[^"]|"")*"`
/** A pair in quotation marks with nothing else beside it, which may take several lines, or else a line. */
const LINES = new RegExp(`^[^\\S\\n]*${QUOTED}=${QUOTED}[^\\S\\n]*$|^.*$`, "gm")
const PAIR = new RegExp(`^(${QUOTED})=(${QUOTED})$`)

/** Undefined for an empty line. */
function propertyIn(line: string): NamedProperty | null | undefined {
  if (line === "") {
    return undefined
  }
  const pair = PAIR.exec(line)
  const [, name, value] = pair ?? /^([^=]+)=(.+)$/s.exec(line) ?? []
  const [read_name, read_value] = pair ? [unquoted(name ?? ""), unquoted(value ?? "")] : [name?.trim(), value?.trim()]
  return read_name && read_value ? { name: read_name, value: read_value } : null
}

const isPlain = (name: string, value: string): boolean =>
  !/^"|=/.test(name) && [name, value].every((text) => text === text.trim() && !/[\r\n\u2028\u2029]/.test(text))
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const unquoted = (text: string): string => text.slice(1, -1).replaceAll('""', '"')
