import { defineMiddlewares } from "@medusajs/framework/http"
import { authMiddlewares } from "./auth/middlewares"
import { storeMiddlewares } from "./store/middlewares"

/** One line a resource, in alphabetical order of their files. */
export default defineMiddlewares({ routes: [...authMiddlewares, ...storeMiddlewares] })
