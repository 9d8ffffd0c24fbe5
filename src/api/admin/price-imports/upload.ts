import { PRICE_FILE_BYTES_MAX } from "../../../workflows/pricing/files/read-table"
import { fileReceiver } from "../../receive-file"

export const { receive: receivePriceFile, received: uploadedPriceFile } = fileReceiver({
  what: "price_file",
  max_bytes: PRICE_FILE_BYTES_MAX,
})
