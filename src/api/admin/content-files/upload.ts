import { CONTENT_FILE_BYTES_MAX } from "../../../workflows/content/store-content-file"
import { fileReceiver } from "../../receive-file"

export const { receive: receiveContentFile, received: uploadedContentFile } = fileReceiver({
  what: "content_file",
  max_bytes: CONTENT_FILE_BYTES_MAX,
})
