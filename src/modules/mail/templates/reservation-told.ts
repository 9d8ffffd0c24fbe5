import { russianDay } from "../rules/russian-day"
import type { MailData, MailTemplateTexts } from "../types"

type Told = MailData["reservation_told"]

export const reservationTold: MailTemplateTexts<"reservation_told"> = {
  ru: (told) => ({
    subject: `Заказ ${told.number}: ${SUBJECT_RU[told.kind]}`,
    paragraphs: [
      `Здравствуйте, ${told.name}!`,
      told.kind === "ending"
        ? `Товары заказа ${told.number} («${told.legal_entity}») зарезервированы до ${ruMoment(told)}. После этого они снова станут доступны всем.`
        : told.kind === "expired"
          ? `Срок резерва заказа ${told.number} («${told.legal_entity}») истёк. Заказ остаётся в силе, но товары снова доступны всем.`
          : `Менеджер снял резерв заказа ${told.number} («${told.legal_entity}»). Заказ остаётся в силе, но товары снова доступны всем.`,
      ...(told.kind === "ending"
        ? ["Чтобы продлить резерв, обратитесь к вашему менеджеру."]
        : [
            told.may_renew
              ? "Пока товары есть на складе, их можно зарезервировать ещё раз в заказе."
              : "Чтобы зарезервировать их ещё раз, обратитесь к вашему менеджеру.",
          ]),
    ],
  }),
  en: (told) => ({
    subject: `Order ${told.number}: ${SUBJECT_EN[told.kind]}`,
    paragraphs: [
      `Hello ${told.name},`,
      told.kind === "ending"
        ? `The goods of order ${told.number} of ${told.legal_entity} are reserved until ${told.until ?? ""}. After that anybody can have them.`
        : told.kind === "expired"
          ? `The reservation of order ${told.number} of ${told.legal_entity} has expired. The order stands, but anybody can have the goods.`
          : `Your manager has released the reservation of order ${told.number} of ${told.legal_entity}. The order stands, but anybody can have the goods.`,
      ...(told.kind === "ending"
        ? ["Ask your manager to have it prolonged."]
        : [
            told.may_renew
              ? "While they are in stock, you may reserve them again in the order."
              : "Ask your manager to have them reserved again.",
          ]),
    ],
  }),
}

const SUBJECT_RU: Record<Told["kind"], string> = { ending: "срок резерва истекает", expired: "срок резерва истёк", released: "резерв снят" }
const SUBJECT_EN: Record<Told["kind"], string> = {
  ending: "the reservation ends soon",
  expired: "the reservation has expired",
  released: "the reservation was released",
}

function ruMoment({ until }: Told): string {
  const [day = "", time = ""] = (until ?? "").split(" ")
  return `${russianDay(day)} ${time}`
}
