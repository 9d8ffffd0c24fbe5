import type { Right } from "@kontor/framework"
import { rightsGiven } from "../rights-given"
import { rightsOfRole } from "../rights-of-role"

const CUSTOM: Right[] = [{ section: "person", action: "edit", scope: "entity" }]

describe("rightsGiven", () => {
  it("is null for a change that names no role", () => {
    expect(rightsGiven("superuser", {})).toBeNull()
  })

  it("is the role that is written, whatever stood there", () => {
    expect(rightsGiven("superuser", { role: "ordinary" })).toEqual(rightsOfRole("ordinary", null))
    expect(rightsGiven("superuser", { role: "ordinary", custom_rights: null })).toEqual(rightsOfRole("ordinary", null))
  })

  it("is a custom role alone when the one beneath stays hidden, and both when that one is written too", () => {
    expect(rightsGiven("superuser", { custom_rights: CUSTOM })).toEqual(CUSTOM)
    expect(rightsGiven("ordinary", { role: "superuser", custom_rights: CUSTOM })).toEqual([...CUSTOM, ...rightsOfRole("superuser", null)])
  })

  it("is the standing role when taking the custom one away uncovers it", () => {
    expect(rightsGiven("superuser", { custom_rights: null })).toEqual(rightsOfRole("superuser", null))
  })
})
