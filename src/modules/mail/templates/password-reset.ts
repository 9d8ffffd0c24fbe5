import type { MailTemplateTexts } from "../types"

export const passwordReset: MailTemplateTexts<"password_reset"> = {
  ru: ({ name, url, valid_hours }) => ({
    subject: "Новый пароль для портала",
    paragraphs: [`Здравствуйте, ${name}!`, "Кто-то, вероятно вы, просит задать новый пароль для входа на портал."],
    button: { label: "Задать новый пароль", url },
    closing: `Ссылка действует ${valid_hours} ч. и только один раз. Если просили не вы, пароль останется прежним.`,
  }),
  en: ({ name, url, valid_hours }) => ({
    subject: "A new password for the portal",
    paragraphs: [`Hello ${name},`, "Somebody, probably you, asked for a new password for the portal."],
    button: { label: "Set a new password", url },
    closing: `The link works for ${valid_hours} hours and only once. If it was not you, your password stays as it is.`,
  }),
}
