/*
 * Plain JavaScript, like site/release/render-process.mjs and for its reason: the configuration of a rendering process would
 * otherwise load the type stripper of Node.
 */

/**
 * Leaves `import()` as the browser has it. Vite wraps each in a helper that also fetches styles and what a script imports in
 * turn; ours have neither, and the helper costs every page 0.9 kB.
 */
export function plainImports() {
  const helper = '\0vite/preload-helper.js';
  return {
    name: 'plain-imports',
    enforce: /** @type {const} */ ('pre'),
    // The list of what it would fetch is written beside it; Astro sets this option itself, so that a plain setting is lost.
    /** @param {string} name */
    configEnvironment: (name) =>
      name === 'client' ? { build: { modulePreload: { polyfill: false, resolveDependencies: () => [] } } } : undefined,
    /** @param {string} id */
    load(id) {
      return id === helper ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
