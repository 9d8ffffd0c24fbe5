import { MedusaService } from "@medusajs/framework/utils"
import { OnecAccount } from "./models/account"
import { OnecFile } from "./models/file"
import { OnecSession } from "./models/session"

/** Accounts of 1C, their sessions, and the files that the sessions delivered. */
export default class OnecModuleService extends MedusaService({ OnecAccount, OnecFile, OnecSession }) {}
