/** The brands of ISO base media files that browsers play (ISO/IEC 14496-12, 4.3), and that of QuickTime. */
const MP4_BRANDS = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "qt  ", "dash"]

interface MediaType {
  mime_type: string
  extension: string
  matches: (bytes: Buffer) => boolean
}

const startsWith = (bytes: Buffer, hex: string) => bytes.toString("hex", 0, hex.length / 2) === hex

/** Videos and layouts of printers, by their first bytes. Archives are none of them: what is in one, nobody sees. */
const TYPES: MediaType[] = [
  {
    ...{ mime_type: "video/mp4", extension: "mp4" },
    matches: (bytes) => bytes.toString("latin1", 4, 8) === "ftyp" && MP4_BRANDS.includes(bytes.toString("latin1", 8, 12)),
  },
  { mime_type: "video/webm", extension: "webm", matches: (bytes) => startsWith(bytes, "1a45dfa3") },
  { mime_type: "image/vnd.adobe.photoshop", extension: "psd", matches: (bytes) => bytes.toString("latin1", 0, 4) === "8BPS" },
  { mime_type: "image/tiff", extension: "tif", matches: (bytes) => startsWith(bytes, "49492a00") || startsWith(bytes, "4d4d002a") },
  { mime_type: "application/postscript", extension: "eps", matches: (bytes) => bytes.toString("latin1", 0, 4) === "%!PS" },
  {
    ...{ mime_type: "application/vnd.corel-draw", extension: "cdr" },
    matches: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && /^CDR/i.test(bytes.toString("latin1", 8, 11)),
  },
]

/** The type that a video or a layout really has; null when the content is neither, whatever its name says. */
export function mediaType(content: Buffer): { mime_type: string; extension: string } | null {
  const found = TYPES.find((type) => type.matches(content))
  return found ? { mime_type: found.mime_type, extension: found.extension } : null
}
