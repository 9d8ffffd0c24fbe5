import { crc32, deflateRawSync } from "node:zlib"

/** Signatures and fixed fields of the ZIP format (PKWARE APPNOTE 6.3, sections 4.3.7 and on). */
const LOCAL_HEADER = 0x04034b50
const CENTRAL_HEADER = 0x02014b50
const END_OF_DIRECTORY = 0x06054b50
const VERSION_NEEDED = 20
const UTF8_NAMES = 0x0800
const DEFLATE = 8
/** 1 January 1980, the earliest date that ZIP knows: the same content gives the same bytes. */
const DOS_DATE = 0x0021

interface Sizes {
  crc: number
  packed: number
  unpacked: number
}

/** The fields that the local and the central header share, from "version needed" to the length of the extra field. */
function commonFields(sizes: Sizes, nameLength: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION_NEEDED, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt16LE(DEFLATE, 4)
  fields.writeUInt16LE(0, 6)
  fields.writeUInt16LE(DOS_DATE, 8)
  fields.writeUInt32LE(sizes.crc, 10)
  fields.writeUInt32LE(sizes.packed, 14)
  fields.writeUInt32LE(sizes.unpacked, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

/**
 * An archive with one file in it. Packed in memory, as a ZIP names the packed size before the bytes: with a usual portion that is
 * some megabytes.
 */
export function zipOne(filename: string, content: Buffer): Buffer[] {
  const name = Buffer.from(filename, "utf8")
  const packed = deflateRawSync(content, { level: 6 })
  const fields = commonFields({ crc: crc32(content), packed: packed.length, unpacked: content.length }, name.length)
  const local = [signature(LOCAL_HEADER), fields, name, packed]
  const centralStart = local.reduce((sum, part) => sum + part.length, 0)
  const madeBy = Buffer.from([VERSION_NEEDED, 0])
  const tail = Buffer.alloc(14)
  const central = [signature(CENTRAL_HEADER), madeBy, fields, tail, name]
  const centralLength = central.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(centralLength, 8)
  end.writeUInt32LE(centralStart, 12)
  return [...local, ...central, signature(END_OF_DIRECTORY), end]
}
