import type { MailData, MailTemplateTexts } from "../types"

type Data = MailData["application_applicant"]

/**
 * What becomes of an application, for who made it. A stranger's first mail repeats nothing of what he wrote, lest the form carry words of
 * others to any address.
 */
export const applicationApplicant: MailTemplateTexts<"application_applicant"> = {
  ru: (data) => ({
    subject: `Заявка ${data.number}: ${RU[data.step].subject}`,
    paragraphs: [
      data.name ? `Здравствуйте, ${data.name}!` : "Здравствуйте!",
      `${data.company ? `Заявка ${data.number} («${data.company}»)` : `Заявка ${data.number}`} ${RU[data.step].text}`,
      ...(data.message ? [data.message] : []),
    ],
    ...(data.answer ? { button: { label: "Ответить", url: data.answer.url } } : {}),
    closing: data.answer
      ? `Ссылка действует ${data.answer.valid_hours} ч. и только один раз.`
      : "Если вы не подавали этой заявки, ничего делать не нужно.",
  }),
  en: (data) => ({
    subject: `Application ${data.number}: ${EN[data.step].subject}`,
    paragraphs: [
      data.name ? `Hello ${data.name},` : "Hello,",
      `${data.company ? `Application ${data.number} (${data.company})` : `Application ${data.number}`} ${EN[data.step].text}`,
      ...(data.message ? [data.message] : []),
    ],
    ...(data.answer ? { button: { label: "Answer", url: data.answer.url } } : {}),
    closing: data.answer
      ? `The link works for ${data.answer.valid_hours} hours and only once.`
      : "If you did not apply, there is nothing to do.",
  }),
}

type Texts = Record<Data["step"], { subject: string; text: string }>

const RU: Texts = {
  submitted: { subject: "получена", text: "получена. Мы проверим её и напишем вам." },
  more_requested: { subject: "нужны сведения", text: "ждёт вашего ответа: нам нужны сведения или документы." },
  accepted: { subject: "принята", text: "принята. Мы оформляем договор и напишем, когда всё будет готово." },
  declined: { subject: "отклонена", text: "отклонена." },
  completed: { subject: "выполнена", text: "выполнена." },
}

const EN: Texts = {
  submitted: { subject: "received", text: "has been received. We will look at it and write to you." },
  more_requested: { subject: "we need more", text: "waits for your answer: we need facts or documents." },
  accepted: { subject: "accepted", text: "has been accepted. We are preparing the contract and will write when all is ready." },
  declined: { subject: "declined", text: "has been declined." },
  completed: { subject: "completed", text: "is completed." },
}
