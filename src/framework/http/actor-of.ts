import type { MedusaRequest } from "@medusajs/framework/http"
import { type Actor, SYSTEM_ACTOR } from "../audit"
import { callerAddress } from "./caller-address"

declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- Express offers no other way to add to its request
  namespace Express {
    interface Request {
      /** Who asks; set by the middlewares of `/store` and `/admin`. */
      actor?: Actor
    }
  }
}

/** A header may be of any length; the log keeps this much of it. */
const USER_AGENT_MAX = 300

/** From where a request came: the address and the program. */
export function originOf(req: Pick<MedusaRequest, "headers" | "socket">): Pick<Actor, "ip" | "user_agent"> {
  return { ip: callerAddress(req), user_agent: req.headers["user-agent"]?.slice(0, USER_AGENT_MAX) ?? null }
}

/** Who asks. Outside `/store` and `/admin`, and before anybody has signed in, a stranger of whom only the origin is known. */
export function actorOf(req: Pick<MedusaRequest, "headers" | "socket" | "actor">): Actor {
  return req.actor ?? { ...SYSTEM_ACTOR, ...originOf(req) }
}
