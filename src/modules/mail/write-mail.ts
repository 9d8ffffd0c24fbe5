import { layOutMail, type MailContent } from "./rules/lay-out-mail"
import { MAIL_TEMPLATES } from "./templates"
import type { MailMessageOf, MailTemplate, MailTemplateTexts } from "./types"

/** Most people of the portal read Russian. */
const DEFAULT_LOCALE = "ru"

/** Writes a message by its template. Throws when the data does not fit: better no mail than one with holes. */
export function writeMail<Template extends MailTemplate>(message: MailMessageOf<Template>): MailContent {
  const texts: MailTemplateTexts<Template> = MAIL_TEMPLATES[message.template]
  return layOutMail(texts[message.locale ?? DEFAULT_LOCALE](message.data))
}
