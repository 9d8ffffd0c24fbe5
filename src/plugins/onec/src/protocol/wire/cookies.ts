/** Value of one cookie, or null. 1C sends it back as it was given, so nothing is decoded. */
export function cookieValue(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? "").split(";")) {
    const [key, ...rest] = pair.split("=")
    if (key?.trim() === name) {
      return rest.join("=").trim().replace(/^"|"$/g, "") || null
    }
  }
  return null
}
