import type { MailTemplateTexts } from "../types"

export const reviewDecided: MailTemplateTexts<"review_decided"> = {
  ru: ({ name, product, state, reason }) => ({
    subject: state === "published" ? "Ваш отзыв опубликован" : "Ваш отзыв отклонён",
    paragraphs: [
      `Здравствуйте, ${name}!`,
      state === "published" ? `Отзыв о товаре «${product}» опубликован.` : `Отзыв о товаре «${product}» отклонён: ${reason ?? ""}`,
      ...(state === "declined" ? ["Его можно исправить в карточке товара: тогда он будет рассмотрен снова."] : []),
    ],
  }),
  en: ({ name, product, state, reason }) => ({
    subject: state === "published" ? "Your review is published" : "Your review was declined",
    paragraphs: [
      `Hello ${name},`,
      state === "published" ? `Your review of ${product} is published.` : `Your review of ${product} was declined: ${reason ?? ""}`,
      ...(state === "declined" ? ["You can write it anew on the card of the product: it is looked at again then."] : []),
    ],
  }),
}
