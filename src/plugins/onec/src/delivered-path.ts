/** Folder into which 1C puts all images and files of goods. */
const FILES_FOLDER = "import_files/"

/**
 * Path by which a file of goods is known, from how a package, a request or an archive writes it: with the slashes of Windows, from the
 * present folder on, or within the folders of a whole export ("webdata/000000001/goods/1/import_files/b1/x.jpg").
 */
export function deliveredPath(written: string): string {
  const path = written.replaceAll("\\", "/").replace(/^(?:\.?\/)+/, "")
  const at = path.indexOf(`/${FILES_FOLDER}`)
  return at < 0 ? path : path.slice(at + 1)
}
