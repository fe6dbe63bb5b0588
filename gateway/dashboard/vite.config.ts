import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** Writes the service worker with the names of the files that a first look needs, what they import included; a build with other files makes another worker. */
function serviceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle(_, bundle) {
      const first = new Set<string>();
      const need = (name: string): void => {
        const file = bundle[name];
        if (!file || file.type !== "chunk" || first.has(name)) return;
        first.add(name);
        file.imports.forEach(need);
        file.viteMetadata?.importedCss.forEach((css) => first.add(css));
        file.viteMetadata?.importedAssets.forEach((asset) => first.add(asset));
      };
      Object.values(bundle).filter((file) => file.type === "chunk" && file.isEntry).forEach((file) => need(file.fileName));
      const files = JSON.stringify(["/", "/icon.svg", ...[...first].map((name) => `/${name}`)]);
      const version = createHash("sha256").update(files).digest("hex").slice(0, 12);
      const source = readFileSync(new URL("scripts/sw.js", import.meta.url), "utf8").replace("FILES", files).replace("VERSION", version);
      this.emitFile({ type: "asset", fileName: "sw.js", source });
    },
  };
}

// For work on the pages: npm run dev, beside a server that "alerts up" started; both variables as the command line reads them.
const server = process.env["ALERTS_SERVER"] ?? "http://127.0.0.1:8080";
const token = process.env["ALERTS_TOKEN"] ?? "";

export default defineConfig({
  server: { proxy: { "^/alerts\\.v1\\.": { target: server, changeOrigin: true, headers: { authorization: `Bearer ${token}` } } } },
  plugins: [serviceWorker()],
  // Everything that is made lies in obj, where .NET tools, git and the command line's check of what is new already look away.
  build: {
    outDir: "obj/dist",
    // Browsers of the last three years: what phones in the field run.
    target: "es2022",
    // The policy of the server lets nothing inline run, and data: is not 'self'.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"] },
});
