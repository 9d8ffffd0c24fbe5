import { defineMiddlewares } from "@medusajs/framework/http"
import { exchangeAccountRoutes } from "./admin/exchange-accounts/middlewares"
import { exchangeRoutes } from "./exchange/1c/middlewares"

export default defineMiddlewares({ routes: [...exchangeAccountRoutes, ...exchangeRoutes] })
