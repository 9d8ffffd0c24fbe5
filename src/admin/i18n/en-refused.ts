/** Why the server did not do what was asked, by its code. What has no text here is told in the server's words. */
const refused = {
  application_decided: "This application is decided already, in another sense.",
  application_not_accepted: "Accept the application first.",
  employee_blocked: "This person is blocked: unblock first.",
  employee_email_taken: "Somebody has this e-mail address already.",
  entity_closed: "The entity is closed: this is changed in 1C.",
  erp_owned: "This came from 1C and is changed there.",
  hand_over_to_self: "Work is handed over to somebody else.",
  inn_invalid: "This INN cannot be right: check its digits.",
  kpp_invalid: "This KPP cannot be right: it has nine characters.",
  last_admin: "This is the last administrator: make somebody else one first.",
  last_superuser: "This is the last superuser: make somebody else one first.",
  legal_entity_exists: "There is a legal entity with this INN and KPP already: attach the applicant to it.",
  legal_entity_not_active: "The legal entity is not active: activate it first, or choose another one.",
  membership_last: "The person works for this entity alone: attach to another one first, or block.",
  ogrn_invalid: "This OGRN cannot be right: check its digits.",
  okpo_invalid: "This OKPO cannot be right: check its digits.",
  person_out_of_reach: "The person also works for clients of another manager: only a head of sales may do this.",
  receiver_blocked: "The colleague is blocked and takes over nothing.",
  receiver_not_signed_up: "The colleague was never invited and cannot take over yet.",
  role_code_taken: "Another role has this code already.",
  role_in_use: "People have this role: give them another one first.",
  role_insufficient: "Your role does not allow this.",
  too_many_attempts: "Too many attempts. Try again later.",
  user_unknown: "No user of this admin has this e-mail address.",
}

export default refused
