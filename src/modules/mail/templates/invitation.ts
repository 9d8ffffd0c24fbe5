import type { MailTemplateTexts } from "../types"

export const invitation: MailTemplateTexts<"invitation"> = {
  ru: ({ name, inviter, legal_entity, url, valid_hours }) => ({
    subject: `Доступ к порталу: ${legal_entity}`,
    paragraphs: [
      `Здравствуйте, ${name}!`,
      `${inviter ? `${inviter} открывает вам` : "Вам открыт"} доступ к порталу заказов от имени «${legal_entity}».`,
      "Задайте пароль, чтобы войти.",
    ],
    button: { label: "Задать пароль", url },
    closing: `Ссылка действует ${valid_hours} ч. и только один раз. Если вы не ждали этого письма, ничего делать не нужно.`,
  }),
  en: ({ name, inviter, legal_entity, url, valid_hours }) => ({
    subject: `Access to the portal: ${legal_entity}`,
    paragraphs: [
      `Hello ${name},`,
      `${inviter ? `${inviter} gives you` : "You were given"} access to the order portal on behalf of ${legal_entity}.`,
      "Set a password to sign in.",
    ],
    button: { label: "Set a password", url },
    closing: `The link works for ${valid_hours} hours and only once. If you did not expect this message, there is nothing to do.`,
  }),
}
