/** Images that every browser shows, and of which thumbnails are made. */
export const SHOWN_IMAGES = ["image/jpeg", "image/png", "image/gif", "image/webp"] as const

export const isShownImage = (mimeType: string): boolean => SHOWN_IMAGES.some((shown) => shown === mimeType)
