/** Name under which runs of one sort of file are listed: the file name without folders, digits, ids and extension ("import0_1.xml" → "import"). */
export function kindOfFile(filename: string): string {
  const base = filename.split(/[\\/]/).pop() ?? filename
  const word = /^[\p{L}]+/u.exec(base)?.[0]
  return (word ?? "file").toLowerCase().slice(0, 40)
}
