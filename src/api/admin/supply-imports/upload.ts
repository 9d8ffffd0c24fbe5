import { PRICE_FILE_BYTES_MAX } from "../../../workflows/pricing/files/read-table"
import { fileReceiver } from "../../receive-file"

export const { receive: receiveSupplyFile, received: uploadedSupplyFile } = fileReceiver({
  what: "supply_file",
  max_bytes: PRICE_FILE_BYTES_MAX,
})
