import type { ErpExchange } from "@kontor/framework"
import type { Logger, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type OnecModuleService from "../../modules/onec/service"
import type { ActiveSession } from "../../modules/onec/sql/touch-session"
import type { OnecOptions } from "../options"
import type { ExchangeCommand } from "../wire/request"
import { Background } from "./background"

/** Identifier of the adapter that reads what this plugin's accounts deliver. */
export const ADAPTER_ID = "onec"

/** One request of 1C, free of the web framework. */
export interface Incoming {
  command: ExchangeCommand
  method: string
  authorization: string | undefined
  cookie: string | undefined
  ip: string
  /** The declared length in bytes; null when the body comes in chunks. */
  content_length: number | null
  body: AsyncIterable<Buffer>
}

/** All that a command needs of the application. */
export interface ExchangeContext {
  onec: OnecModuleService
  erp: ErpExchange
  logger: Logger
  options: OnecOptions
  background: Background
  /** Runs a workflow of the core by its id and gives its result. */
  run<Result>(workflow: string, input: unknown): Promise<Result>
}

export type Session = ActiveSession

/** One for the process: requests join the work that earlier ones began. */
const background = new Background()

/** Gathers the context from a container. */
export function exchangeContext(container: MedusaContainer): ExchangeContext {
  const onec = container.resolve<OnecModuleService>("onec")
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  return {
    onec,
    erp: container.resolve<ErpExchange>("erp"),
    logger: container.resolve(ContainerRegistrationKeys.LOGGER),
    options: onec.options,
    background,
    run: async <Result>(workflow: string, input: unknown) => (await engine.run(workflow, { input })).result as Result,
  }
}
