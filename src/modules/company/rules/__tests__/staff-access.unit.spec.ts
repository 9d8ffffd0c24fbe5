import { decideStaffAccess } from "../staff-access"

describe("decideStaffAccess", () => {
  it.each([
    ["an admin may do everything", "admin" as const, { role: "admin", sees_all: true, sees_personal_data: true, administers: true }],
    [
      "a head of sales sees everything but does not administer",
      "head_of_sales" as const,
      { role: "head_of_sales", sees_all: true, sees_personal_data: true, administers: false },
    ],
    ["a manager sees his own", "manager" as const, { role: "manager", sees_all: false, sees_personal_data: false, administers: false }],
    [
      "an assistant sees his own",
      "assistant" as const,
      { role: "assistant", sees_all: false, sees_personal_data: false, administers: false },
    ],
  ])("%s", (_title, role, expected) => {
    expect(decideStaffAccess(role)).toEqual(expected)
  })
})
