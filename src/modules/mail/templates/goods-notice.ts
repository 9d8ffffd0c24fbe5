import type { MailData, MailTemplateTexts } from "../types"

type Data = MailData["goods_notice"]
type Goods = Data["goods"][number]

const nameOf = ({ article, title }: Goods) => (article ? `${title} (${article})` : title)

/** Goods that somebody waits for are in stock again, or cost less. */
export const goodsNotice: MailTemplateTexts<"goods_notice"> = {
  ru: ({ name, legal_entity, contract, currency_code, goods, more, url }) => ({
    subject:
      goods.length === 1 && goods[0] && more === 0
        ? `${RU[goods[0].kind].subject}: ${goods[0].title}`
        : "Новости о товарах, которые вы ждёте",
    paragraphs: [
      `Здравствуйте, ${name}!`,
      `Товары, о которых вы просили сообщить («${legal_entity}», договор ${contract}):`,
      ...goods.map((each) => `${nameOf(each)}: ${RU[each.kind].text(each, currency_code)}`),
      ...(more > 0 ? [`И ещё товаров: ${more}.`] : []),
    ],
    button: { label: "Открыть список", url },
    closing: "О каждом товаре мы сообщаем один раз. Цена и наличие могли измениться после отправки письма.",
  }),
  en: ({ name, legal_entity, contract, currency_code, goods, more, url }) => ({
    subject:
      goods.length === 1 && goods[0] && more === 0
        ? `${EN[goods[0].kind].subject}: ${goods[0].title}`
        : "News of products that you wait for",
    paragraphs: [
      `Hello ${name},`,
      `Products that you asked to be told of (${legal_entity}, contract ${contract}):`,
      ...goods.map((each) => `${nameOf(each)}: ${EN[each.kind].text(each, currency_code)}`),
      ...(more > 0 ? [`And more products: ${more}.`] : []),
    ],
    button: { label: "Open the list", url },
    closing: "We tell you of each product once. Price and stock may have changed since this was sent.",
  }),
}

type Texts = Record<Goods["kind"], { subject: string; text: (goods: Goods, currency: string) => string }>

const RU: Texts = {
  back_in_stock: { subject: "Снова в наличии", text: ({ price }, currency) => `снова в наличии, ваша цена ${price} ${currency}` },
  price_drop: { subject: "Цена снижена", text: ({ price, price_at }, currency) => `цена снижена с ${price_at} до ${price} ${currency}` },
}

const EN: Texts = {
  back_in_stock: { subject: "In stock again", text: ({ price }, currency) => `in stock again, your price is ${price} ${currency}` },
  price_drop: {
    subject: "The price is lower",
    text: ({ price, price_at }, currency) => `the price went from ${price_at} to ${price} ${currency}`,
  },
}
