/**
 * The same text as a string of its own. What is cut out of a longer text keeps all of it in memory as long as it lives: an id that is kept
 * of each thing would keep the whole package.
 */
export function ownString(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8")
}
