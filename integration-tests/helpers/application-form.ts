/** A company with right control digits; each ИНН is a company of its own. */
export function requisitesOf(inn = "7707083893") {
  return { name: `ООО «Ромашка ${inn}»`, inn, kpp: "770701001", address: "Москва, Лесная, 1" }
}

/** The smallest content that passes for a PDF. */
export const PDF = Buffer.from("%PDF-1.7\nA scan of the charter\n%%EOF")

/** A form as a browser sends it with files. */
export function formWith(data: unknown, files: { name: string; content: Buffer }[]): FormData {
  const form = new FormData()
  form.append("data", JSON.stringify(data))
  for (const { name, content } of files) {
    form.append("files", new Blob([new Uint8Array(content)]), name)
  }
  return form
}
