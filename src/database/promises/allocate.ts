import { type AllocatedSupply, installedSupplyAllocation, type OpenDemand } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { faultInAllocation } from "../../modules/supply/rules/fault-in-allocation"
import { readMillionths } from "../../modules/supply/rules/millionths"
import { demandSetting } from "./demand-setting"
import type { FreeLineRow } from "./free-lines"
import type { DemandRow } from "./open-demands"
import type { PromisePart } from "./write-promises"

/**
 * Asks the installed allocation what of the lines goes to whom. What is late or has no day is nobody's to be promised, and a demand that wants nothing is
 * not asked about. Throws UNEXPECTED_STATE `supply_allocation_failed` for an error or an answer that cannot be.
 */
export async function allocate(
  db: Knex,
  { demands, lines, day }: { demands: readonly AskingDemand[]; lines: readonly FreeLineRow[]; day: string }
): Promise<PromisePart[]> {
  const wanting = demands.filter(({ quantity }) => readMillionths(quantity) > 0n)
  const coming = lines.filter(({ expected_on, free }) => expected_on >= day && expected_on !== "infinity" && readMillionths(free) > 0n)
  if (wanting.length === 0 || coming.length === 0) {
    return []
  }
  const { share_percent } = await demandSetting(db)
  const keyOf = new Map(wanting.map(({ id, entry_key }) => [id, entry_key]))
  return ask(wanting, coming, { day, share_percent }).map(({ demand_id, supply_id, quantity }) => ({
    demand_id,
    supply_id,
    quantity,
    entry_key: keyOf.get(demand_id) ?? 0,
    is_by_hand: false,
  }))
}

type AskingDemand = OpenDemand & Pick<DemandRow, "entry_key">

function ask(demands: OpenDemand[], lines: FreeLineRow[], context: { day: string; share_percent: string | null }): AllocatedSupply[] {
  const installed = installedSupplyAllocation()
  if (!installed) {
    throw failure("none", "no allocation is installed")
  }
  const answer = answerOf(() => installed.allocation.allocate(demands, lines, context))
  const fault = typeof answer === "string" ? answer : faultInAllocation(answer, demands, lines)
  if (typeof answer === "string" || fault !== null) {
    throw failure(installed.name, fault ?? "no answer")
  }
  return answer
}

function answerOf(allocate: () => AllocatedSupply[]): AllocatedSupply[] | string {
  try {
    return allocate()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const failure = (name: string, reason: string) =>
  new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Allocation "${name}" failed: ${reason}`, "supply_allocation_failed")
