/** What thumbnails are, whatever the image is. */
export const THUMBNAIL_TYPE = { mime_type: "image/webp", extension: "webp" }

/** Pixels of the longer side: twice what a list shows, for screens with two pixels a point. */
const EDGE = 480
/** A smaller file is its own thumbnail, if its sides are short enough too. */
const BYTES_ENOUGH = 60_000
/** A picture of more unpacks to more than half a gigabyte. */
const PIXELS_MAX = 100_000_000
const QUALITY = 80

/**
 * A small WebP of an image, turned as its EXIF says, of an animation the first picture; null where the image is small enough itself. Throws for what
 * is no image or has too many pixels. One thread of the machine: what dealers ask for goes before.
 */
export async function makeThumbnail(image: Buffer): Promise<Buffer | null> {
  // Loaded with the first image: an installation without images does not carry the library's memory.
  const { default: sharp } = await import("sharp")
  sharp.concurrency(1)
  sharp.cache(false)
  const source = sharp(image, { limitInputPixels: PIXELS_MAX, sequentialRead: true })
  const { width, height } = await source.metadata()
  if (width <= EDGE && height <= EDGE && image.length <= BYTES_ENOUGH) {
    return null
  }
  return source.rotate().resize(EDGE, EDGE, { fit: "inside", withoutEnlargement: true }).webp({ quality: QUALITY }).toBuffer()
}
