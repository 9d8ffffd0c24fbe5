/** Facts the content module announces, after commit. */
export const ContentEvents = {
  /** `{ id }`: a dealer asked for content that the library does not have. */
  REQUEST_CREATED: "content_request.created",
  /** `{ id }`: the staff took it up, did it or declined it. */
  REQUEST_MOVED: "content_request.moved",
} as const
