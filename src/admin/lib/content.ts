import type { NamedRow } from "./adjustment-types"

export const CONTENT_KINDS = ["news", "faq", "page", "banner", "poll", "material"] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]
export const MATERIAL_MEDIA = ["photo", "video", "document", "layout"] as const
export type MaterialMedia = (typeof MATERIAL_MEDIA)[number]
export const REQUEST_STATES = ["new", "in_work", "done", "declined"] as const
export type RequestState = (typeof REQUEST_STATES)[number]

interface NamedOrGone {
  id: string
  name: string | null
}

export interface ContentFileRow {
  id: string
  name: string
  mime_type: string
  bytes: number
  has_thumbnail: boolean
}

/** An item of content as the screens read it. */
export interface ContentRow {
  id: string
  kind: ContentKind
  title: string
  body: string | null
  slug: string | null
  section: string | null
  media: MaterialMedia | null
  video_url: string | null
  link: string | null
  category: NamedOrGone | null
  file: ContentFileRow | null
  audience: NamedOrGone[]
  position: number
  is_published: boolean
  starts_on: string | null
  ends_on: string | null
  questions: { id: string; text: string; options: { id: string; text: string; votes: number }[] }[]
  voters: number
  created_at: string
  updated_at: string
}

export interface ContentList {
  content: ContentRow[]
  count: number
}

export interface ContentRequestRow {
  id: string
  state: RequestState
  media: MaterialMedia | null
  text: string
  answer: string | null
  employee: { id: string; name: string | null; email: string | null }
  legal_entity: NamedOrGone
  created_at: string
  updated_at: string
}

export interface ContentRequestList {
  content_requests: ContentRequestRow[]
  count: number
}

export const CONTENT_FIELDS = ["body", "slug", "section", "media", "file", "video_url", "link", "category", "questions"] as const
export type ContentField = (typeof CONTENT_FIELDS)[number]

/** The fields that the form of a kind has, in their order; those that must be filled stand first. */
export const FIELDS_OF: Record<ContentKind, { must: ContentField[]; may: ContentField[] }> = {
  news: { must: ["body"], may: ["file", "video_url", "link"] },
  faq: { must: ["section", "body"], may: ["video_url"] },
  page: { must: ["slug", "body"], may: [] },
  banner: { must: ["file"], may: ["link", "category"] },
  poll: { must: ["questions"], may: ["body"] },
  material: { must: ["media"], may: ["section", "body", "file", "video_url"] },
}

/** What is typed of an item. `questions`: the first line of a block asks, each of the others is an option; an empty line ends the block. */
export interface ContentForm {
  title: string
  body: string
  slug: string
  section: string
  media: MaterialMedia
  file: Pick<ContentFileRow, "id" | "name" | "mime_type"> | null
  video_url: string
  link: string
  category: NamedRow | null
  questions: string
  audience: NamedRow[]
  position: string
  isPublished: boolean
  startsOn: string
  endsOn: string
}

const named = ({ id, name }: NamedOrGone): NamedRow => ({ id, name: name ?? id })

/** The form of an item, or of a new one. */
export function contentFormOf(item: ContentRow | null): ContentForm {
  return {
    title: item?.title ?? "",
    body: item?.body ?? "",
    slug: item?.slug ?? "",
    section: item?.section ?? "",
    media: item?.media ?? "photo",
    file: item?.file ?? null,
    video_url: item?.video_url ?? "",
    link: item?.link ?? "",
    category: item?.category ? named(item.category) : null,
    questions: (item?.questions ?? []).map(({ text, options }) => [text, ...options.map((option) => option.text)].join("\n")).join("\n\n"),
    audience: (item?.audience ?? []).map(named),
    position: String(item?.position ?? 0),
    isPublished: item?.is_published ?? false,
    startsOn: item?.starts_on ?? "",
    endsOn: item?.ends_on ?? "",
  }
}

/** The address of a page, as the server takes it. */
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** What is wrong with what is typed, beyond fields that are empty; null where nothing is. */
export function faultOf(kind: ContentKind, form: ContentForm): "slug" | "options" | "position" | "file" | null {
  const { must } = FIELDS_OF[kind]
  if (must.includes("slug") && form.slug.trim() !== "" && !SLUG.test(form.slug.trim())) {
    return "slug"
  }
  if (must.includes("questions") && questionsIn(form.questions).some(({ options }) => options.length < 2)) {
    return "options"
  }
  if (!/^\d{1,6}$/.test(form.position)) {
    return "position"
  }
  return kind === "material" && form.title.trim() !== "" && form.file === null && form.video_url.trim() === "" ? "file" : null
}

/** What is sent; null while it is not complete. Fields that the kind has not are not sent. */
export function contentBodyOf(kind: ContentKind, form: ContentForm): Record<string, unknown> | null {
  const questions = questionsIn(form.questions)
  const values: Record<ContentField, readonly [string, unknown]> = {
    body: ["body", form.body.trim() || null],
    slug: ["slug", form.slug.trim() || null],
    section: ["section", form.section.trim() || null],
    media: ["media", form.media],
    file: ["file_id", form.file?.id ?? null],
    video_url: ["video_url", form.video_url.trim() || null],
    link: ["link", form.link.trim() || null],
    category: ["category_id", form.category?.id ?? null],
    questions: ["questions", questions.length > 0 ? questions : null],
  }
  const { must, may } = FIELDS_OF[kind]
  if (form.title.trim() === "" || faultOf(kind, form) !== null || must.some((field) => values[field][1] === null)) {
    return null
  }
  return {
    ...{ kind, title: form.title.trim(), position: Number(form.position), is_published: form.isPublished },
    ...{ starts_on: form.startsOn || null, ends_on: form.endsOn || null, audience: form.audience.map(({ id }) => id) },
    ...Object.fromEntries([...must, ...may].map((field) => values[field])),
  }
}

function questionsIn(text: string): { text: string; options: string[] }[] {
  const blocks = text.split(/\n\s*\n/).map((block) => block.split("\n").flatMap((line) => line.trim() || []))
  return blocks.flatMap(([asked, ...options]) => (asked === undefined ? [] : [{ text: asked, options }]))
}

/** Where a request may be moved to. */
export function requestStatesAfter(state: RequestState): RequestState[] {
  return state === "new" || state === "in_work" ? REQUEST_STATES.slice(REQUEST_STATES.indexOf(state) + 1) : []
}
