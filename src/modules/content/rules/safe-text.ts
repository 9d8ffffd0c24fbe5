import type { ContentFault } from "./content-draft"

/** What a renderer of markdown could take for HTML: a tag, its end, a comment, an instruction. `<` before anything else is a sign. */
const HTML = /<[a-z/!?]/i

/**
 * Where a link or an image of markdown leads, in the text or in a definition below it. Spaces and line breaks may stand before it.
 * (CommonMark 0.31, 4.7 and 6.3.)
 */
const DESTINATION = /\](?:\(|:)\s*(<?[^\s)>]*)/g

/** Read as it stands, before any decoding: a scheme that is spelled with entities or escapes does not begin like one of these. */
const ALLOWED = /^(https?:\/\/|mailto:|tel:|#|\/(?![/\\]))/i

/**
 * Why a markdown text is not taken: it holds HTML, or a link that is neither to the web, to a mail address or telephone, nor within the portal.
 * So a portal may render it by any renderer. Null = nothing is wrong with it.
 */
export function textFault(markdown: string): (Pick<ContentFault, "message"> & { code: "content_html" | "content_link_invalid" }) | null {
  const tag = HTML.exec(markdown)
  if (tag) {
    return {
      code: "content_html",
      message: `Texts are markdown without HTML; this one has «${markdown.slice(tag.index, tag.index + 20)}».`,
    }
  }
  for (const [, destination = ""] of markdown.matchAll(DESTINATION)) {
    if (!ALLOWED.test(destination)) {
      return {
        code: "content_link_invalid",
        message: `The link «${destination.slice(0, 100)}» begins neither with https://, http://, mailto:, tel: nor with / or #.`,
      }
    }
  }
  return null
}
