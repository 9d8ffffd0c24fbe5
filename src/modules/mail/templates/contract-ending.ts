import { russianDay } from "../rules/russian-day"
import type { MailTemplateTexts } from "../types"

export const contractEnding: MailTemplateTexts<"contract_ending"> = {
  ru: ({ name, contract, legal_entity, ends_on, days_left }) => ({
    subject: `Договор ${contract} заканчивается ${russianDay(ends_on)}`,
    paragraphs: [
      `Здравствуйте, ${name}!`,
      `Договор ${contract} («${legal_entity}») действует до ${russianDay(ends_on)} включительно; осталось дней: ${days_left}.`,
      "После этого дня заказы по нему не принимаются. Чтобы продлить договор, обратитесь к своему менеджеру.",
    ],
  }),
  en: ({ name, contract, legal_entity, ends_on, days_left }) => ({
    subject: `Contract ${contract} ends on ${ends_on}`,
    paragraphs: [
      `Hello ${name},`,
      `Contract ${contract} of ${legal_entity} can be used up to and including ${ends_on}; days left: ${days_left}.`,
      "After that day no order is taken under it. Ask your manager to prolong it.",
    ],
  }),
}
