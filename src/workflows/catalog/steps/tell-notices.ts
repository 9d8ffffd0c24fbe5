import { today } from "@kontor/framework"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  forgetToldNotices,
  markTold,
  type WaitedContract,
  waitedContracts,
  type WaitingGoods,
  waitingNotices,
} from "../../../database/notices/waiting-notices"
import { pricesOfLines } from "../../../database/queries/prices-of-lines"
import { resolveDealerScope } from "../../../database/queries/resolve-dealer-scope"
import { assortmentOfContract } from "../../../database/visibility/make-assortment"
import { decideDealerScope } from "../../../modules/company/rules/dealer-scope"
import { workableEntityIds } from "../../../modules/company/rules/reach-of-scope"
import { isNoticeDue } from "../../../modules/contract-pricing/rules/is-notice-due"
import { portalPage } from "../../company/portal-link"
import { sendMail } from "../../mail/send-mail"

/** Products that a mail names; the others are counted. */
const NAMED_MAX = 30

interface DueNotice extends WaitingGoods {
  price: string
}

/** Needs no compensation: what was told cannot be untold, and what was not yet is told by the next run. */
export const tellNoticesStep = createStep("tell-notices", async (_: void, { container }) => {
  const db: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const day = today()
  let told = 0
  for (const contract of await waitedContracts(db, { day })) {
    const due = await dueUnder(db, contract, day)
    const marked = due.length === 0 ? new Set<string>() : await markTold(db, due)
    await tellPeople(
      container,
      contract,
      due.filter(({ id }) => marked.has(id))
    )
    told += marked.size
  }
  await forgetToldNotices(db)
  return new StepResponse({ told })
})

/** What is due under one contract, for those who may work under it still. */
async function dueUnder(db: Knex, contract: WaitedContract, day: string): Promise<DueNotice[]> {
  const due: DueNotice[] = []
  for await (const waiting of waitingNotices(db, { ...contract, sight: await assortmentOfContract(db, contract) })) {
    due.push(...(await dueOf(db, waiting, contract, day)))
  }
  const entitled = await entitledCustomers(db, new Set(due.map(({ customer_id }) => customer_id)), { ...contract, day })
  return due.filter(({ customer_id }) => entitled.has(customer_id))
}

/** Those of the notices that are due at the prices of the day. */
async function dueOf(
  db: Knex,
  waiting: readonly WaitingGoods[],
  { contract_id, currency_code }: WaitedContract,
  day: string
): Promise<DueNotice[]> {
  const keys = [...new Set(waiting.map(({ entry_key }) => entry_key))]
  if (keys.length === 0) {
    return []
  }
  const lines = keys.map((entry_key) => ({ entry_key, quantity: "1" }))
  const prices = await pricesOfLines(db, { contract_id, currency_code, day, lines })
  const priceOf = new Map(keys.map((key, index) => [key, prices[index]]))
  return waiting.flatMap((notice) => {
    const decided = priceOf.get(notice.entry_key)
    return decided?.price && isNoticeDue(notice, decided) ? [{ ...notice, price: decided.price }] : []
  })
}

/** Those who may work for the entity of the contract now, as every request of theirs would find. */
async function entitledCustomers(
  db: Knex,
  customerIds: ReadonlySet<string>,
  { legal_entity_id, day }: { legal_entity_id: string; day: string }
): Promise<Set<string>> {
  const entitled = new Set<string>()
  for (const customer_id of customerIds) {
    const facts = await resolveDealerScope(db, { customer_id })
    if (facts?.state === "active" && workableEntityIds(decideDealerScope(customer_id, facts, day)).includes(legal_entity_id)) {
      entitled.add(customer_id)
    }
  }
  return entitled
}

/** One mail a person, whatever the number of products. */
async function tellPeople(container: MedusaContainer, contract: WaitedContract, due: readonly DueNotice[]): Promise<void> {
  const people = new Set(due.map(({ employee_id }) => employee_id))
  for (const person of people) {
    const notices = due.filter(({ employee_id }) => employee_id === person)
    const [first] = notices
    if (first) {
      const goods = notices
        .slice(0, NAMED_MAX)
        .map(({ kind, article, title, price, price_at }) => ({ kind, article, title, price, price_at }))
      const { legal_entity, number, currency_code } = contract
      await sendMail(container, {
        to: first.email,
        template: "goods_notice",
        data: {
          ...{ name: first.name, legal_entity, contract: number, currency_code: currency_code.toUpperCase(), goods },
          ...{ more: notices.length - goods.length, url: portalPage("notices") },
        },
        idempotency_key: `goods_notice:${first.id}`,
      })
    }
  }
}
