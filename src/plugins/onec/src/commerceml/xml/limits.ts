/**
 * Bounds of one package. They stand far above anything 1C writes and keep a damaged or hostile file from taking the
 * memory of the server: what is being read at any moment is one item.
 */
export const XML_LIMITS = {
  /** Elements inside one another; 1C stays below 20, group trees below 50. */
  depth: 200,
  /** Characters of one value: text of an element or of an attribute. */
  valueLength: 1024 * 1024,
  /** Attributes of one element. */
  attributes: 100,
  /** Characters between two marks of the parser (a comment, a raw text): bounds its buffer. Escapes take up to eight. */
  tokenLength: 8 * 1024 * 1024,
  /** Characters of one item (product, offer, document, group with its subgroups), each element counted as {@link ELEMENT_WEIGHT}. */
  itemWeight: 64 * 1024 * 1024,
} as const

/** What an element costs in memory beside its text, in characters. */
export const ELEMENT_WEIGHT = 64
