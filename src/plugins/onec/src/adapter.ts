import { ErpPackageError, type ErpAdapter, type ErpRecord, type SpooledFile } from "@kontor/framework"
import { open } from "node:fs/promises"
import { readCommerceMl } from "./commerceml"
import { cardsOf, isCardsPackage } from "./json/read-cards"
import { readJson } from "./json/json-text"
import { partnersOf } from "./json/read-partners"
import { isPricesPackage, pricesOf } from "./json/read-prices"
import { isSuppliesPackage, suppliesOf } from "./json/read-supplies"

type PackageFormat = "commerceml" | "json"

/** Enough to see past a byte order mark and blank lines. */
const SNIFFED_BYTES = 64

/** Reads what 1C delivers: CommerceML packages and the JSON packages of partners, of prices, of supplies and of cards. */
export class OnecAdapter implements ErpAdapter {
  static readonly identifier = "onec"

  /** The content decides, not the name: senders rename files. Throws "format_unknown" for what is neither XML nor JSON. */
  async *read(file: SpooledFile): AsyncIterable<ErpRecord[]> {
    const format = formatOf(await readHead(file.path), file.filename)
    if (format === "commerceml") {
      return yield* readCommerceMl(file)
    }
    const content = await readJson(file)
    yield* readerOf(content)(content)
  }
}

/** What calls itself nothing that is known is refused as a partners package would be. */
function readerOf(content: unknown): (content: unknown) => AsyncIterable<ErpRecord[]> {
  if (isPricesPackage(content)) {
    return pricesOf
  }
  if (isCardsPackage(content)) {
    return cardsOf
  }
  return isSuppliesPackage(content) ? suppliesOf : partnersOf
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
    return "json"
  }
  throw new ErpPackageError("format_unknown", `The file "${filename}" is neither XML nor JSON`)
}
