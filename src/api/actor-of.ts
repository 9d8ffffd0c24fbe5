/** It lives in the framework, so that the routes of plugins name their actor as those of the core do. */
export { actorOf } from "@kontor/framework"
