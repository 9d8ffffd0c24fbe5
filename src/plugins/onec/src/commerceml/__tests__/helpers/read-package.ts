import type { ErpRecord, ErpRecordKind } from "@kontor/framework"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { readCommerceMl } from "../.."
import type { ReadCommerceMlOptions } from "../.."

export interface ReadPackageOptions extends ReadCommerceMlOptions {
  filename?: string
}

/** Reads a package from memory as if it lay in the spool, to its end. */
export async function readPackage(content: string | Buffer, options: ReadPackageOptions = {}): Promise<ErpRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), "commerceml-"))
  const path = join(folder, "package.xml")
  try {
    await writeFile(path, content)
    const file = { path, filename: options.filename ?? "package.xml", bytes: Buffer.byteLength(content) }
    const records: ErpRecord[] = []
    for await (const batch of readCommerceMl(file, options)) {
      records.push(...batch)
    }
    return records
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Records of one kind. */
export function ofKind<K extends ErpRecordKind>(records: ErpRecord[], kind: K): Extract<ErpRecord, { kind: K }>[] {
  return records.filter((record): record is Extract<ErpRecord, { kind: K }> => record.kind === kind)
}

/** Codes of the problems among the records, in order. */
export function problemCodes(records: ErpRecord[]): string[] {
  return ofKind(records, "problem").map((problem) => problem.code)
}

const DECLARATION = `<?xml version="1.0" encoding="UTF-8"?>`

/** A whole package around its parts. */
export function packageOf(
  parts: string,
  attributes = `xmlns="urn:1C.ru:commerceml_2" ВерсияСхемы="2.07" ДатаФормирования="2024-03-05T9:51:39"`
): string {
  return `${DECLARATION}\n<КоммерческаяИнформация ${attributes}>${parts}</КоммерческаяИнформация>`
}

export function classifierOf(parts: string): string {
  return packageOf(`<Классификатор><Ид>CLS</Ид><Наименование>Классификатор</Наименование>${parts}</Классификатор>`)
}

export function catalogOf(products: string): string {
  return packageOf(`<Каталог СодержитТолькоИзменения="true"><Ид>CAT</Ид><Товары>${products}</Товары></Каталог>`)
}

export function offersOf(offers: string): string {
  return packageOf(`<ПакетПредложений СодержитТолькоИзменения="true"><Ид>CAT#</Ид><Предложения>${offers}</Предложения></ПакетПредложений>`)
}
