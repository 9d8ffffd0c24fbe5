import type { MailTemplate, MailTemplateTexts } from "../types"
import { applicationApplicant } from "./application-applicant"
import { applicationStaff } from "./application-staff"
import { contentRequestDealer, contentRequestStaff } from "./content-request"
import { contractEnding } from "./contract-ending"
import { goodsNotice } from "./goods-notice"
import { invitation } from "./invitation"
import { passwordReset } from "./password-reset"
import { reviewDecided } from "./review-decided"
import { reservationTold } from "./reservation-told"
import { promiseChanged } from "./promise-changed"

/** All templates by name; the type asks for every one of them in every language. */
export const MAIL_TEMPLATES: { [Template in MailTemplate]: MailTemplateTexts<Template> } = {
  invitation,
  password_reset: passwordReset,
  contract_ending: contractEnding,
  promise_changed: promiseChanged,
  reservation_told: reservationTold,
  application_applicant: applicationApplicant,
  application_staff: applicationStaff,
  content_request_staff: contentRequestStaff,
  content_request_dealer: contentRequestDealer,
  review_decided: reviewDecided,
  goods_notice: goodsNotice,
}
