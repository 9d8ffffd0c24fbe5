const TRUE = new Set(["true", "1", "да", "истина"])
const FALSE = new Set(["false", "0", "нет", "ложь"])

/** A flag as 1C writes it in XML ("true") or shows to people («Да»); null when it is neither. */
export function parseBoolean(raw: string): boolean | null {
  const text = raw.trim().toLowerCase()
  return TRUE.has(text) ? true : FALSE.has(text) ? false : null
}
