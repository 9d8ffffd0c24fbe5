import { ErpPackageError, type ErpAdapter, type ErpRecord, type SpooledFile } from "@kontor/framework"
import { open } from "node:fs/promises"
import { readCommerceMl } from "./commerceml"
import { readPartners } from "./json/read-partners"

type PackageFormat = "commerceml" | "partners"

/** Enough to see past a byte order mark and blank lines. */
const SNIFFED_BYTES = 64

/** Reads what 1C delivers: CommerceML packages and the JSON package of partners. */
export class OnecAdapter implements ErpAdapter {
  static readonly identifier = "onec"

  /** The content decides, not the name: senders rename files. Throws "format_unknown" for what is neither XML nor JSON. */
  async *read(file: SpooledFile): AsyncIterable<ErpRecord[]> {
    const format = formatOf(await readHead(file.path), file.filename)
    yield* format === "partners" ? readPartners(file) : readCommerceMl(file)
  }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, "r")
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SNIFFED_BYTES), 0, SNIFFED_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Format by the first bytes; a file with nothing in them goes by its name, so that the reader can say that it is empty. */
export function formatOf(head: Buffer, filename: string): PackageFormat {
  // Wide characters leave a NUL beside every mark of XML.
  const start = head
    .toString("latin1")
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replace(/^[\s\0]+/, "")
  if (start.startsWith("<") || (start === "" && /\.xml$/i.test(filename))) {
    return "commerceml"
  }
  if (start.startsWith("{")) {
    return "partners"
  }
  throw new ErpPackageError("format_unknown", `The file "${filename}" is neither XML nor JSON`)
}
