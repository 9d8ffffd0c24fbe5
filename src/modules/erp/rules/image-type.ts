import { parse } from "node:path"

/** Image formats that products may carry, by their first bytes. */
const SIGNATURES: { mime: string; matches: (bytes: Buffer) => boolean }[] = [
  { mime: "image/jpeg", matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mime: "image/png", matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
  { mime: "image/gif", matches: (bytes) => ["GIF87a", "GIF89a"].includes(bytes.toString("latin1", 0, 6)) },
  { mime: "image/webp", matches: (bytes) => bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP" },
]

/** The type that the content really has; null when it is none of JPEG, PNG, GIF and WebP, whatever its name says. */
export function imageType(content: Buffer): string | null {
  return SIGNATURES.find((signature) => signature.matches(content))?.mime ?? null
}

/**
 * Name of a file in public reach, from its path and what {@link imageType} says of it. Servers of files tell browsers by the ending what a file is, and
 * one that begins like an image may go on as a page with scripts: so the ending is that of the type, whatever the file was called.
 */
export function imageName(path: string, mimeType: string): string {
  const extension = mimeType === "image/jpeg" ? "jpg" : mimeType.slice("image/".length)
  return `${parse(path).name}.${extension}`
}

function startsWith(bytes: Buffer, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}
