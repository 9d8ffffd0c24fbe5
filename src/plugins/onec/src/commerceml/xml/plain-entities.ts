const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" }
const REFERENCE = /&(?:(amp|lt|gt|quot|apos)|#x([0-9a-fA-F]{1,6})|#([0-9]{1,7}));|&/g

/** A text with its references replaced by what they stand for; null when one of them is faulty or unknown. */
export function plainEntities(raw: string): string | null {
  if (!raw.includes("&")) {
    return raw
  }
  let isPlain = true
  const text = raw.replace(REFERENCE, (_, named?: string, hex?: string, decimal?: string) => {
    const character = named === undefined ? characterOf(parseInt(hex ?? decimal ?? "", hex === undefined ? 10 : 16)) : NAMED[named]
    isPlain &&= character !== undefined
    return character ?? ""
  })
  return isPlain ? text : null
}

/** Characters that XML 1.0 allows. */
function characterOf(code: number): string | undefined {
  const isAllowed =
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return isAllowed ? String.fromCodePoint(code) : undefined
}
