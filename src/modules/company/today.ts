export { today } from "@kontor/framework"
