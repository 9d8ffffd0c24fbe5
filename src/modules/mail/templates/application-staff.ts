import type { MailData, MailTemplateTexts } from "../types"

/** What happened to an application, for the staff in charge of it. */
export const applicationStaff: MailTemplateTexts<"application_staff"> = {
  ru: ({ number, step, name, company, inn, applicant, message, url }) => ({
    subject: `Заявка ${number} (${company}): ${RU[step]}`,
    paragraphs: [
      `Здравствуйте, ${name}!`,
      `Заявка ${number}: ${RU[step]}.`,
      `Компания: ${company}, ИНН ${inn}. Заявитель: ${applicant}.`,
      ...(message ? [message] : []),
    ],
    button: { label: "Открыть заявку", url },
  }),
  en: ({ number, step, name, company, inn, applicant, message, url }) => ({
    subject: `Application ${number} (${company}): ${EN[step]}`,
    paragraphs: [
      `Hello ${name},`,
      `Application ${number}: ${EN[step]}.`,
      `Company: ${company}, tax number ${inn}. Applicant: ${applicant}.`,
      ...(message ? [message] : []),
    ],
    button: { label: "Open the application", url },
  }),
}

type Texts = Record<MailData["application_staff"]["step"], string>

const RU: Texts = {
  submitted: "новая заявка",
  more_requested: "заявителя спросили о недостающем",
  answered: "заявитель ответил",
  accepted: "принята",
  declined: "отклонена",
  completed: "выполнена",
  assigned: "поручена вам",
}

const EN: Texts = {
  submitted: "new application",
  more_requested: "the applicant was asked for more",
  answered: "the applicant has answered",
  accepted: "accepted",
  declined: "declined",
  completed: "completed",
  assigned: "given to you",
}
