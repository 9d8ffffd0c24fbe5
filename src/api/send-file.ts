import type { MedusaResponse } from "@medusajs/framework/http"

interface SentFile {
  name: string
  mime_type: string
  content: Buffer
}

/** Sends a file that was made for the answer. The caller has looked whose it is. */
export function sendFile(res: MedusaResponse, { content, ...file }: SentFile): void {
  setFileHeaders(res, file)
  res.end(content)
}

/** A file is for saving: a browser neither shows it nor guesses what it is. */
export function setFileHeaders(res: MedusaResponse, { name, mime_type }: Omit<SentFile, "content">): void {
  res.setHeader("Content-Type", mime_type)
  res.setHeader("Content-Disposition", `attachment; filename*=UTF-8''${encodeHeaderName(name)}`)
  res.setHeader("X-Content-Type-Options", "nosniff")
  res.setHeader("Content-Security-Policy", "sandbox")
  res.setHeader("Cache-Control", "private, no-store")
}

/** As RFC 8187 wants it: what `encodeURIComponent` leaves but the header does not take is encoded too. A lone surrogate is no text. */
function encodeHeaderName(name: string): string {
  const text = name.replace(/[\ud800-\udfff]/gu, "_")
  return encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
