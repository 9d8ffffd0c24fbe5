import { MathBN } from "@medusajs/framework/utils"

/** A sales unit other than the base unit, and how many of it were asked for. */
export interface AskedUnit {
  code: string
  name: string
  /** Base units in one of it. */
  coefficient: string
  /** Of this unit, canonical decimal. */
  quantity: string
}

/**
 * The unit that a line is asked in when several rows, and what the cart holds already, come together: that of all of them. Where they differ, or one is
 * told in base units, there is none: nobody asked for three packs who asked for two and for twelve pieces.
 *
 * @param parts null = asked in base units
 */
export function askedTogether(parts: readonly (AskedUnit | null)[]): AskedUnit | null {
  const [first = null, ...rest] = parts
  const isSame = (part: AskedUnit | null) => part?.code === first?.code && part?.coefficient === first?.coefficient
  if (first === null || !rest.every(isSame)) {
    return null
  }
  return { ...first, quantity: parts.reduce((sum, part) => MathBN.add(sum, part?.quantity ?? 0), MathBN.convert(0)).toFixed() }
}
