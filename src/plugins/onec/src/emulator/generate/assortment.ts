import { at, guid, PURPOSE } from "./random"
import type { SupplierConfig } from "./config"
import { features } from "./vocabulary/features"
import { HOUSEHOLD_DEPARTMENTS } from "./vocabulary/household"
import { TOOL_DEPARTMENTS } from "./vocabulary/tools"
import type { Department, GoodsKind, Spec } from "./vocabulary/types"
import { type Brand, BRANDS, COUNTRIES, WARRANTY_MONTHS } from "./vocabulary/words"

/** A group of the tree, with its children. Three levels: department, kind of goods, brand within the kind. */
export interface Group {
  id: string
  name: string
  children: Group[]
}

/** A group of the third level, where products lie. */
export interface Shelf {
  group: Group
  kind: GoodsKind
  brand: Brand
  /** Features of its department beyond those of the kind. */
  features: readonly Spec[]
}

export interface Property {
  id: string
  name: string
  isReference: boolean
  values: { id: string; value: string }[]
}

export interface Assortment {
  groups: Group[]
  groupCount: number
  shelves: Shelf[]
  services: Group
  properties: Property[]
  /** What to write as the value: the value's id in 1C's list, or the literal itself. */
  propertyByName: ReadonlyMap<string, { id: string; valueIds: ReadonlyMap<string, string> | null }>
}

export const COMMON_PROPERTIES: readonly Spec[] = [
  { property: "Бренд", unit: "", isReference: true, values: BRANDS.map((brand) => brand.name) },
  { property: "Страна происхождения", unit: "", isReference: true, values: COUNTRIES },
  { property: "Гарантия, мес", unit: "мес", isReference: false, values: WARRANTY_MONTHS },
]

/** What 1C says of labels, for an installation whose labels follow it. */
export const LABELS: Spec = { property: "Метка", unit: "", isReference: true, values: ["Акция", "Хит", "Распродажа"] }

/** Tools and household goods take turns, so that a small supplier has both. */
function departmentsFor(products: number): Department[] {
  const all = TOOL_DEPARTMENTS.flatMap((department, i) => [department, ...HOUSEHOLD_DEPARTMENTS.slice(i, i + 1)])
  return all.slice(0, Math.min(all.length, Math.max(4, Math.ceil(products / 40))))
}

/** Two to eight brands for each kind of goods: some 80 groups for a small supplier, 660 for a large one. */
function brandsPerKind(products: number): number {
  return Math.min(8, Math.max(2, Math.round(products / 500)))
}

function collectProperties(config: SupplierConfig, departments: Department[], beyond: readonly Spec[]): Property[] {
  const found = new Map<string, { isReference: boolean; values: Set<string> }>()
  const specs = departments.flatMap((department) => department.kinds.flatMap((kind) => kind.specs))
  // What may be left out comes last, so that the others keep their ids.
  for (const spec of [...COMMON_PROPERTIES, ...specs, ...(config.labelled > 0 ? [LABELS] : []), ...beyond]) {
    const property = found.get(spec.property) ?? { isReference: spec.isReference, values: new Set<string>() }
    spec.values.forEach((value) => property.values.add(value))
    found.set(spec.property, property)
  }
  return [...found].map(([name, { isReference, values }], p) => ({
    id: guid(config.seed, PURPOSE.property, p),
    name,
    isReference,
    values: isReference ? [...values].map((value, v) => ({ id: guid(config.seed, PURPOSE.propertyValue, p, v + 1), value })) : [],
  }))
}

/** The tree of groups, the shelves of its third level and the properties of everything that lies there. */
export function buildAssortment(config: SupplierConfig): Assortment {
  const departments = departmentsFor(config.products)
  const brands = brandsPerKind(config.products)
  const shelves: Shelf[] = []
  let groupCount = 0
  const newGroup = (name: string, children: Group[] = []): Group => ({ id: guid(config.seed, PURPOSE.group, groupCount++), name, children })

  const beyond = features(config.features)
  const groups = departments.map((department, d) => {
    const ofDepartment = beyond.filter((_, index) => index % departments.length === d)
    const kinds = department.kinds.map((kind, k) => {
      const branded = Array.from({ length: brands }, (_, b) => {
        const brand = at(BRANDS, k * 5 + b)
        const group = newGroup(`${kind.group} ${brand.name}`)
        shelves.push({ group, kind, brand, features: ofDepartment })
        return group
      })
      return newGroup(kind.group, branded)
    })
    return newGroup(department.name, kinds)
  })
  const services = newGroup("Услуги")
  const properties = collectProperties(config, departments, beyond)
  const propertyByName = new Map(
    properties.map(({ id, name, isReference, values }) => {
      const valueIds = isReference ? new Map(values.map((value) => [value.value, value.id])) : null
      return [name, { id, valueIds }]
    })
  )
  return { groups: [...groups, services], groupCount, shelves, services, properties, propertyByName }
}
