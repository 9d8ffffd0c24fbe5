/**
 * An order form as a dealer fills it in: columns in his own order, a title above the header, and four mistakes: a quantity between two steps, an article that does not exist, a negative
 * quantity and a word instead of a number.
 */
export async function writeOrderForm(entries) {
  const { default: xlsx } = await import("@e965/xlsx")
  const stepped = entries.find((entry) => Number(entry.multiplicity) > 1)
  const good = entries.filter((entry) => entry !== stepped && entry.article)
  const [negative, word, ...rest] = good
  const quantity = (entry) =>
    Math.ceil(Math.max(Number(entry.minimum), Number(entry.multiplicity)) / Number(entry.multiplicity)) * Number(entry.multiplicity)
  const mistakes = [
    ...(stepped ? [["Не кратно", Number(stepped.multiplicity) * 2 + 1, stepped.article]] : []),
    ["Нет такого", 5, "NO-SUCH-ARTICLE-1"],
    ["Минус", -3, negative.article],
    ["Слово", "много", word.article],
  ]
  const sheet = xlsx.utils.aoa_to_sheet([
    ["Заявка на поставку"],
    [],
    ["Наименование", "Кол-во", "Артикул"],
    ...rest.map((entry) => [entry.title, quantity(entry), entry.article]),
    ...mistakes,
  ])
  const book = xlsx.utils.book_new()
  xlsx.utils.book_append_sheet(book, sheet, "Заявка")
  return { buffer: xlsx.write(book, { type: "buffer", bookType: "xlsx" }), mistakes: mistakes.length }
}
