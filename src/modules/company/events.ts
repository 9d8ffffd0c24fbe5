/** Facts the company module announces, after commit and with ids only. */
export const CompanyEvents = {
  /** `{ id }` of the employee. */
  EMPLOYEE_CREATED: "employee.created",
  /** `{ id }` of the employee; name, phone, role or entities are others than before. */
  EMPLOYEE_CHANGED: "employee.changed",
  /** `{ id, to_employee_id }`: carts and orders of the one are those of the other now. */
  EMPLOYEE_WORK_HANDED_OVER: "employee.work_handed_over",
  /** `{ id }` of the employee; a link by which he sets his password was sent. */
  EMPLOYEE_INVITED: "employee.invited",
  /** `{ id }` of the employee; whoever was signed in as him is signed out. */
  EMPLOYEE_PASSWORD_SET: "employee.password_set",
  /** `{ id }` of the employee; his tokens and sessions are void from now on. */
  EMPLOYEE_BLOCKED: "employee.blocked",
  /** `{ id }` of the employee; he has to sign in anew. */
  EMPLOYEE_UNBLOCKED: "employee.unblocked",
  /** `{ id, contract_id }`: the employee goes on under another contract, which may re-price his open carts. */
  EMPLOYEE_CONTRACT_SWITCHED: "employee.contract_switched",
  /** `{ id }` of the legal entity: nothing can be ordered for it from now on. */
  LEGAL_ENTITY_BLOCKED: "legal_entity.blocked",
  LEGAL_ENTITY_ACTIVATED: "legal_entity.activated",
  /** `{ id, employee_id }`: a user of the supplier signed in as the employee. */
  ACTING_SESSION_STARTED: "acting_session.started",
  /** `{ id, employee_id }`: the user, the employee or the staff ended it before its time. */
  ACTING_SESSION_ENDED: "acting_session.ended",
  /** `{ id, event_id }` of the application and of the line in its history, as for all that follow. */
  APPLICATION_SUBMITTED: "application.submitted",
  /** The applicant is asked for more. */
  APPLICATION_MORE_REQUESTED: "application.more_requested",
  APPLICATION_ANSWERED: "application.answered",
  /** A new entity waits for the ERP, or the applicant was attached to a known one. */
  APPLICATION_ACCEPTED: "application.accepted",
  APPLICATION_DECLINED: "application.declined",
  /** It was given to a user of the supplier. */
  APPLICATION_ASSIGNED: "application.assigned",
  /** The entity is active, or its requisites are what was wanted. */
  APPLICATION_COMPLETED: "application.completed",
} as const
