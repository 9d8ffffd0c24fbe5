import type { ErpUnit } from "@kontor/framework"
import { quote } from "../record-sink"
import { isPositive, parseDecimal } from "../values/decimal"
import { unitCodeByName, unitNameByCode } from "../values/units"
import type { XmlNode } from "../xml/node"
import type { PackageContext } from "./context"

const CODE = /^\d{1,6}$/

/** Code of a unit written as attribute or child `Код`, as text ("2009", "шт") or as its own Ид; "" when there is none. */
export function unitCodeOf(node: XmlNode): string {
  const written = node.valueOf("Код") || node.text.trim()
  return written ? (unitCodeByName(written) ?? written) : (node.textOf("Ид") ?? "")
}

function unitNameOf(node: XmlNode, code: string, context: PackageContext): string {
  const text = node.text.trim()
  const shortName = node.textOf("НаименованиеКраткое") || (CODE.test(text) ? "" : text)
  return shortName || context.unitNames.get(code) || unitNameByCode(code) || node.valueOf("НаименованиеПолное") || code
}

/**
 * Units of a product or offer: `БазоваяЕдиница` first, then the packings of its `Пересчет` rows and of `Единицы`.
 * Undefined when the package does not say in what the thing is counted.
 */
export function readUnits(node: XmlNode, subject: string, context: PackageContext): ErpUnit[] | undefined {
  const base = node.child("БазоваяЕдиница")
  const code = base && unitCodeOf(base)
  if (!base || !code) {
    return undefined
  }
  const units: ErpUnit[] = [{ code, name: unitNameOf(base, code, context), coefficient: "1" }]
  for (const packing of base.childrenNamed("Пересчет")) {
    addPacking(units, packing.child("Единица") ?? packing, packing.textOf("Коэффициент"), subject, context)
  }
  for (const packing of node.list("Единицы", "Единица") ?? []) {
    addPacking(units, packing, packing.textOf("Коэффициент"), subject, context)
  }
  return units
}

function addPacking(units: ErpUnit[], node: XmlNode, rawCoefficient: string | undefined, subject: string, context: PackageContext): void {
  const code = unitCodeOf(node)
  const coefficient = parseDecimal(rawCoefficient ?? "")
  if (code === "" || coefficient === null || !isPositive(coefficient)) {
    const message = `The unit ${quote(code)} of ${subject} has an unreadable coefficient ${quote(rawCoefficient ?? "")}`
    context.sink.problem("unit_coefficient_invalid", message, subject)
    return
  }
  const known = units.find((unit) => unit.code === code)
  if (!known) {
    units.push({ code, name: unitNameOf(node, code, context), coefficient })
  } else if (known.coefficient !== coefficient) {
    context.sink.problem(
      "unit_duplicate",
      `The unit ${quote(code)} of ${subject} comes with two coefficients, ${known.coefficient} is kept`,
      subject
    )
  }
}
