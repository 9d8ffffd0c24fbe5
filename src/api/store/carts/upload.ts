import { DEFAULT_ORDER_FILE_LIMITS } from "../../../modules/order-rules/order-file"
import { fileReceiver } from "../../receive-file"

const { max_bytes } = DEFAULT_ORDER_FILE_LIMITS

export const { receive: receiveOrderForm, received: uploadedForm } = fileReceiver({ what: "order_file", max_bytes })
