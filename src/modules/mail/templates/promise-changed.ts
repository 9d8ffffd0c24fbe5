import { russianDay } from "../rules/russian-day"
import type { MailData, MailTemplateTexts } from "../types"

type Line = MailData["promise_changed"]["lines"][number]
type Part = Line["before"][number]

export const promiseChanged: MailTemplateTexts<"promise_changed"> = {
  ru: ({ name, number, legal_entity, lines, line_count }) => ({
    subject: `Заказ ${number}: изменились сроки поставки`,
    paragraphs: [
      `Здравствуйте, ${name}!`,
      `В заказе ${number} («${legal_entity}») изменились обещанные сроки. Позиций: ${line_count}.`,
      ...lines.map((line) => `${nameOf(line)}: было ${ru(line.before)}, стало ${ruNow(line)}.`),
      ...(line_count > lines.length ? [`И ещё позиций: ${line_count - lines.length}. Все они видны в заказе.`] : []),
      ...(lines.some(({ is_worse }) => is_worse)
        ? [
            "Если новый срок вам подходит, подтвердите его в заказе; там же можно выделить ожидающую часть в отдельную строку или отказаться от неё.",
          ]
        : []),
    ],
  }),
  en: ({ name, number, legal_entity, lines, line_count }) => ({
    subject: `Order ${number}: other days of supply`,
    paragraphs: [
      `Hello ${name},`,
      `Order ${number} of ${legal_entity} is promised for other days than before. Lines: ${line_count}.`,
      ...lines.map((line) => `${nameOf(line)}: was ${en(line.before)}, is ${enNow(line)}.`),
      ...(line_count > lines.length ? [`And ${line_count - lines.length} more lines, all of which the order shows.`] : []),
      ...(lines.some(({ is_worse }) => is_worse)
        ? ["If the new day suits you, accept it in the order; there you may also split what waits into a line of its own, or cancel it."]
        : []),
    ],
  }),
}

const nameOf = ({ article, title }: Line): string => (article ? `${article} ${title}` : title)

const ru = (parts: Part[]): string =>
  parts
    .map(({ quantity, expected_on }) => (expected_on ? `${quantity} к ${russianDay(expected_on)}` : `${quantity} без даты`))
    .join(", ") || "не обещано"
const en = (parts: Part[]): string =>
  parts.map(({ quantity, expected_on }) => (expected_on ? `${quantity} on ${expected_on}` : `${quantity} without a day`)).join(", ") ||
  "not promised"

const ruNow = ({ after, in_stock }: Line): string =>
  in_stock === "0" ? ru(after) : [`${in_stock} на складе`, ...(after.length ? [ru(after)] : [])].join(", ")
const enNow = ({ after, in_stock }: Line): string =>
  in_stock === "0" ? en(after) : [`${in_stock} in stock`, ...(after.length ? [en(after)] : [])].join(", ")
