export { ContentFile } from "./content-file"
export { ContentRequest } from "./content-request"
