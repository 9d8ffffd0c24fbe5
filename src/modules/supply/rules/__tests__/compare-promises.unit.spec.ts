import { comparePromises, type PromisedPart } from "../compare-promises"

/** "quantity@day of supply", joined by "+"; "?" = no day. */
const parts = (told: string): PromisedPart[] =>
  told === ""
    ? []
    : told.split("+").map((part) => {
        const [, quantity = "", day = "", supply_id = "s1"] = /^([\d.]+)@(\d\d|\?)(?: of (\w+))?$/.exec(part) ?? []
        return { supply_id, expected_on: day === "?" ? null : `2026-12-${day}`, quantity }
      })

describe("comparePromises", () => {
  it.each([
    ["the same, however it is written", "5@10", "2@10+3.0@10", "0", [false, false, false]],
    ["another supply of the same day", "5@10 of s1", "5@10 of s2", "0", [true, false, false]],
    ["a day later", "5@10", "5@11", "0", [true, true, true]],
    ["a day sooner", "5@10", "5@09", "0", [true, true, false]],
    ["the least part later, the rest sooner", "5@10", "4.9@01+0.1@11", "0", [true, true, true]],
    ["part sooner, the rest as it was", "5@10", "2@01+3@10", "0", [true, true, false]],
    ["less in all", "5@10", "4@10", "0", [true, true, true]],
    ["more in all", "5@10", "5@10+1@30", "0", [true, true, false]],
    ["nothing any more", "5@10", "", "0", [true, true, true]],
    ["no day any more", "5@10", "5@?", "0", [true, true, true]],
    ["nothing in place of what had no day", "5@?", "", "0", [true, true, true]],
    ["all in stock", "5@10", "", "5", [true, true, false]],
    ["part in stock, the rest as it was", "5@10", "3@10", "2", [true, true, false]],
    ["part in stock, the rest later", "5@10", "3@11", "2", [true, true, true]],
  ])("tells %s", (_title, before, after, served, [is_changed, is_other_day, is_worse]) => {
    expect(comparePromises(parts(before), parts(after), served)).toEqual({ is_changed, is_other_day, is_worse })
  })
})
