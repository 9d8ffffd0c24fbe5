const { MetadataStorage } = require("@medusajs/framework/mikro-orm/core")

// Models of one spec file must not leak into the next one of the same worker.
MetadataStorage.clear()
