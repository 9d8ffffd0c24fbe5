import type { MailData, MailTemplateTexts } from "../types"

/** A dealer asks for extra content, for the managers of the client. */
export const contentRequestStaff: MailTemplateTexts<"content_request_staff"> = {
  ru: ({ name, company, employee, text, url }) => ({
    subject: `Запрос материалов: ${company}`,
    paragraphs: [`Здравствуйте, ${name}!`, `${employee} («${company}») просит дополнительные материалы.`, text],
    button: { label: "Открыть запросы", url },
  }),
  en: ({ name, company, employee, text, url }) => ({
    subject: `Request for content: ${company}`,
    paragraphs: [`Hello ${name},`, `${employee} (${company}) asks for extra content.`, text],
    button: { label: "Open the requests", url },
  }),
}

/** What became of it, for who asked. */
export const contentRequestDealer: MailTemplateTexts<"content_request_dealer"> = {
  ru: ({ name, state, text, answer }) => ({
    subject: `Ваш запрос материалов ${RU[state]}`,
    paragraphs: [`Здравствуйте, ${name}!`, `Ваш запрос ${RU[state]}: «${text}»`, ...(answer ? [answer] : [])],
  }),
  en: ({ name, state, text, answer }) => ({
    subject: `Your request for content ${EN[state]}`,
    paragraphs: [`Hello ${name},`, `Your request ${EN[state]}: "${text}"`, ...(answer ? [answer] : [])],
  }),
}

type Texts = Record<MailData["content_request_dealer"]["state"], string>

const RU: Texts = { in_work: "взят в работу", done: "выполнен", declined: "отклонён" }
const EN: Texts = { in_work: "is being worked on", done: "is done", declined: "was declined" }
