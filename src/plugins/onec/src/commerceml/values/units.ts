/**
 * Codes of the All-Russian classifier of units (ОКЕИ) that trade uses, with the short names people know. 1C sends
 * the code and a long name ("Штука"); the short one is often left out.
 */
const SHORT_NAMES: readonly (readonly [code: string, name: string])[] = [
  ["006", "м"],
  ["008", "км"],
  ["018", "пог. м"],
  ["055", "м2"],
  ["112", "л"],
  ["113", "м3"],
  ["163", "г"],
  ["166", "кг"],
  ["168", "т"],
  ["625", "лист"],
  ["704", "набор"],
  ["715", "пар"],
  ["728", "пач"],
  ["736", "рул"],
  ["778", "упак"],
  ["796", "шт"],
  ["812", "ящ"],
  ["839", "компл"],
]

const NAME_BY_CODE = new Map(SHORT_NAMES)
const CODE_BY_NAME = new Map(SHORT_NAMES.map(([code, name]) => [name, code] as const))

/** Short name of a classified unit, e.g. "шт" for 796. */
export function unitNameByCode(code: string): string | undefined {
  return NAME_BY_CODE.get(code.padStart(3, "0"))
}

/** Code of a unit that a package names by its short name only, e.g. 796 for "шт" and "шт.". */
export function unitCodeByName(name: string): string | undefined {
  return CODE_BY_NAME.get(name.trim().toLowerCase().replace(/\.$/, ""))
}
