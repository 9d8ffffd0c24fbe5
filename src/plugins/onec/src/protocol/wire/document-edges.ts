const ROOT = "КоммерческаяИнформация"

/** Closing tags of the root in the encodings that 1C writes. */
const ENDINGS = [Buffer.from(`</${ROOT}>`, "utf8"), windows1251(`</${ROOT}>`)]

/** How many last bytes of a file {@link endsDocument} needs. */
export const TAIL_BYTES = 256

const SIGNATURES: Record<string, Buffer[]> = {
  xml: [Buffer.from("<?xml"), Buffer.from("\uFEFF<?xml")],
  jpg: [Buffer.from([0xff, 0xd8, 0xff])],
  jpeg: [Buffer.from([0xff, 0xd8, 0xff])],
  png: [Buffer.from([0x89, 0x50, 0x4e, 0x47])],
  gif: [Buffer.from("GIF8")],
}

/**
 * Whether a piece opens a file rather than continues one: a document starts only once. A client that was cut off and sends the file
 * again from its beginning would else be appended to its own first attempt. An archive has no such mark: a continuation may look alike.
 */
export function startsDocument(extension: string, head: Buffer): boolean {
  const signatures = Object.hasOwn(SIGNATURES, extension) ? SIGNATURES[extension] : undefined
  return signatures?.some((signature) => head.subarray(0, signature.length).equals(signature)) ?? false
}

/** Whether the last bytes of a file close the root of a CommerceML document, so that no further piece can follow. */
export function endsDocument(tail: Buffer): boolean {
  return ENDINGS.some((ending) => {
    const at = tail.lastIndexOf(ending)
    return (
      at >= 0 &&
      tail
        .subarray(at + ending.length)
        .toString("latin1")
        .trim() === ""
    )
  })
}

/** Cyrillic letters of the basic block only, which is all that the root's name has. */
function windows1251(text: string): Buffer {
  return Buffer.from([...text].map((letter) => (letter.charCodeAt(0) < 128 ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x350)))
}
