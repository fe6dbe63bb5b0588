// Lays a brotli and a gzip copy beside each built file, so that the server never compresses the same bytes twice.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = fileURLToPath(new URL("../obj/dist", import.meta.url));
for (const name of readdirSync(folder, { recursive: true })) {
  const path = join(folder, name);
  if (!statSync(path).isFile() || /\.(br|gz|png)$/.test(name)) continue;
  const plain = readFileSync(path);
  writeFileSync(`${path}.br`, brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: plain.length } }));
  writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }));
}
