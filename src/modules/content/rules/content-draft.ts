import type { ContentKind, MaterialMedia } from "./content-kinds"
import { textFault } from "./safe-text"
import { isVideoLink } from "./video-link"

/** One question of a poll, with what may be answered. */
export interface PollQuestion {
  text: string
  options: string[]
}

/** All that the staff say of one item of content. */
export interface ContentDraft {
  kind: ContentKind
  title: string
  /** Markdown without HTML. */
  body: string | null
  /** Name of a page in addresses. */
  slug: string | null
  /** Group of questions, or folder of materials. */
  section: string | null
  media: MaterialMedia | null
  video_url: string | null
  /** Where a banner or news leads. */
  link: string | null
  /** The product category that a banner stands in; null = on the start page. */
  category_id: string | null
  /** Of `content_file`. */
  file_id: string | null
  /** Ids of client categories, in their order; none = every dealer. */
  audience: string[]
  position: number
  is_published: boolean
  /** First and last day of being shown, YYYY-MM-DD; a poll is closed after its last day, and goes on being shown. */
  starts_on: string | null
  ends_on: string | null
  questions: PollQuestion[]
}

/** Fields that not every kind has. */
const OWN_FIELDS = ["body", "slug", "section", "media", "video_url", "link", "category_id", "file_id", "questions"] as const
type OwnField = (typeof OWN_FIELDS)[number]

/** What a kind must and may have; anything else is foreign to it. */
const FIELDS: Record<ContentKind, Partial<Record<OwnField, "must" | "may">>> = {
  news: { body: "must", file_id: "may", video_url: "may", link: "may" },
  faq: { section: "must", body: "must", video_url: "may" },
  page: { slug: "must", body: "must" },
  banner: { file_id: "must", link: "may", category_id: "may" },
  poll: { questions: "must", body: "may" },
  material: { media: "must", section: "may", body: "may", file_id: "may", video_url: "may" },
}

/** Why an item cannot be as the staff say. */
export interface ContentFault {
  code:
    | "content_field_missing"
    | "content_field_foreign"
    | "content_dates_reversed"
    | "content_html"
    | "content_link_invalid"
    | "material_empty"
    | "poll_option_repeated"
    | "video_host_refused"
  message: string
}

/** The first fault of a draft; null where it has none. What other rows say of it (its file, its categories) is not looked at. */
export function contentFault(draft: ContentDraft, videoHosts: readonly string[]): ContentFault | null {
  return fieldFault(draft) ?? datesFault(draft) ?? wordsFault(draft) ?? linkFault(draft, videoHosts)
}

function fieldFault(draft: ContentDraft): ContentFault | null {
  for (const field of OWN_FIELDS) {
    const said = draft[field]
    const isGiven = Array.isArray(said) ? said.length > 0 : said !== null
    const rule = FIELDS[draft.kind][field]
    if (isGiven && !rule) {
      return { code: "content_field_foreign", message: `An item of kind ${draft.kind} has no ${field}.` }
    }
    if (!isGiven && rule === "must") {
      return { code: "content_field_missing", message: `An item of kind ${draft.kind} needs ${field}.` }
    }
  }
  if (draft.kind === "material" && draft.file_id === null && draft.video_url === null) {
    return { code: "material_empty", message: "A material is a file or a video." }
  }
  return null
}

function datesFault({ starts_on, ends_on }: ContentDraft): ContentFault | null {
  return starts_on !== null && ends_on !== null && ends_on < starts_on
    ? { code: "content_dates_reversed", message: `It would end on ${ends_on}, before it starts on ${starts_on}.` }
    : null
}

function wordsFault({ body, questions }: ContentDraft): ContentFault | null {
  const repeated = questions.find(({ options }) => new Set(options).size < options.length)
  if (repeated) {
    return { code: "poll_option_repeated", message: `The question «${repeated.text}» has an option twice.` }
  }
  return body === null ? null : textFault(body)
}

/** A way within the portal begins with one stroke: two would lead to another server. */
const PLAIN_LINK = /^(https?:\/\/[^\s\\]+|\/(?![/\\])[^\s\\]*)$/i

function linkFault({ link, video_url }: ContentDraft, videoHosts: readonly string[]): ContentFault | null {
  if (link !== null && !PLAIN_LINK.test(link)) {
    return { code: "content_link_invalid", message: `${link} is neither an address (https://…) nor a way within the portal (/…).` }
  }
  if (video_url !== null && !isVideoLink(video_url, videoHosts)) {
    return { code: "video_host_refused", message: `${video_url} is no https link to one of ${videoHosts.join(", ")}.` }
  }
  return null
}
