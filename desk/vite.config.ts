import { defineConfig } from "vite";

/** The built page goes into the Python package, from where `loccit desk` serves it. */
export default defineConfig({
  build: {
    outDir: "../src/loccit/servers/desk/static",
    emptyOutDir: true,
    target: "es2022",
    // A small file as a data: address would break the content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The licenses of what is built in, which have to be handed on with it.
    license: { fileName: "assets/licenses.md" },
  },
});
