export const MAIL_LOCALES = ["ru", "en"] as const
export type MailLocale = (typeof MAIL_LOCALES)[number]

/** What each template tells about. A new mail is a line here and a file in `templates/`. */
export interface MailData {
  /** Somebody was given access and sets his password by the link. */
  invitation: { name: string; inviter: string | null; legal_entity: string; url: string; valid_hours: number }
  /** Somebody asked for a new password. */
  password_reset: { name: string; url: string; valid_hours: number }
  /** A contract ends soon; `ends_on` is a calendar day, YYYY-MM-DD. */
  contract_ending: { name: string; contract: string; legal_entity: string; ends_on: string; days_left: number }
  /** A step of an application, to who applied; `answer` is the link by which a stranger answers a question. */
  application_applicant: {
    step: "submitted" | "more_requested" | "accepted" | "declined" | "completed"
    number: string
    /** Null while nobody has looked at what a stranger wrote. */
    name: string | null
    company: string | null
    message: string | null
    answer: { url: string; valid_hours: number } | null
  }
  /** Lines of an order are promised for other days than before; `lines` are the first of `line_count`. Days are YYYY-MM-DD, null = none is known. */
  promise_changed: {
    name: string
    number: string
    legal_entity: string
    line_count: number
    lines: {
      article: string | null
      title: string
      before: { expected_on: string | null; quantity: string }[]
      after: { expected_on: string | null; quantity: string }[]
      /** What of it has come and is reserved. */
      in_stock: string
      is_worse: boolean
    }[]
  }
  /** The term of a reservation is over soon or is over, or somebody of the supplier has released it. `until` is as a clock of the supplier shows it, YYYY-MM-DD HH:MM. */
  reservation_told: {
    name: string
    number: string
    legal_entity: string
    kind: "ending" | "expired" | "released"
    until: string | null
    may_renew: boolean
  }
  /** The same to the staff in charge; `url` is the card of the application. */
  application_staff: {
    step: "submitted" | "more_requested" | "answered" | "accepted" | "declined" | "completed" | "assigned"
    number: string
    name: string
    company: string
    inn: string
    applicant: string
    message: string | null
    url: string
  }
  /** A dealer asks for extra content; `url` is the list of such requests. */
  content_request_staff: { name: string; company: string; employee: string; text: string; url: string }
  /** What became of it, to who asked. */
  content_request_dealer: { name: string; state: "in_work" | "done" | "declined"; text: string; answer: string | null }
  /** A review was published or declined. */
  review_decided: { name: string; product: string; state: "published" | "declined"; reason: string | null }
  /** Goods that somebody waits for are in stock again, or cost less. Prices are of one base unit, exact decimals; `more` products are not named. */
  goods_notice: {
    name: string
    legal_entity: string
    contract: string
    currency_code: string
    goods: { kind: "back_in_stock" | "price_drop"; article: string | null; title: string; price: string; price_at: string }[]
    more: number
    url: string
  }
}

export type MailTemplate = keyof MailData

/** A mail before it is written. */
export interface MailMessageOf<Template extends MailTemplate> {
  to: string
  template: Template
  data: MailData[Template]
  /** Russian unless told otherwise. */
  locale?: MailLocale
  /** A message with a key that was sent before is not sent again. */
  idempotency_key?: string
}

/** A mail by any template; the data must fit it. */
export type MailMessage = { [Template in MailTemplate]: MailMessageOf<Template> }[MailTemplate]

/** What a template says, in plain words: layout comes after. */
export interface MailText {
  subject: string
  /** In their order; the button, if there is one, stands below them. */
  paragraphs: string[]
  button?: { label: string; url: string }
  /** Small print under the button. */
  closing?: string
}

/** One template in every language. */
export type MailTemplateTexts<Template extends MailTemplate> = Record<MailLocale, (data: MailData[Template]) => MailText>
