/** News, answers to questions, pages of text, banners, polls, and materials of the media library. */
export const CONTENT_KINDS = ["news", "faq", "page", "banner", "poll", "material"] as const
export type ContentKind = (typeof CONTENT_KINDS)[number]

/** What a material is. */
export const MATERIAL_MEDIA = ["photo", "video", "document", "layout"] as const
export type MaterialMedia = (typeof MATERIAL_MEDIA)[number]
