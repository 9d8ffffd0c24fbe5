/** The part of yazl that the tests use; the package brings no types. */
declare module "yazl" {
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream
    addBuffer(content: Buffer, name: string, options?: { compress?: boolean }): void
    end(): void
  }
}
