/** Plugins ask for rights too, so the rule lives in the package they may import; modules and routes take it from here. */
export { grantedScope } from "@kontor/framework"
