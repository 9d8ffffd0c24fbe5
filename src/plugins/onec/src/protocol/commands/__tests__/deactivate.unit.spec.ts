import { ErpWorkflows } from "@kontor/framework"
import type { ExchangeContext, Session } from "../context"
import { deactivateMissing } from "../deactivate"

const session = { id: "onse_1", source: "main" } as Partial<Session> as Session

function world(run = jest.fn(async (_workflow: string, _input: unknown) => undefined)) {
  return { run, context: { run } as Partial<ExchangeContext> as ExchangeContext }
}

describe("taking out of sale what a full export did not name", () => {
  it("counts from the moment that checkauth gave, in seconds", async () => {
    const { run, context } = world()
    expect((await deactivateMissing(context, session, "1769853600")).body).toBe("success")
    expect(run).toHaveBeenCalledWith(ErpWorkflows.deactivateMissing, { source: "main", since: "2026-01-31T10:00:00.000Z" })
  })

  it.each([null, "", "yesterday", "-1769853600", "1769853600000", "17e8"])("does nothing for the moment %j", async (timestamp) => {
    const { run, context } = world()
    await expect(deactivateMissing(context, session, timestamp)).rejects.toMatchObject({ code: "timestamp_missing" })
    expect(run).not.toHaveBeenCalled()
  })
})
