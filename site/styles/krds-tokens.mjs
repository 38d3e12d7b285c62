import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/*
 * Plain JavaScript, like site/release/render-process.mjs and for its reason: the configuration of a rendering process would
 * otherwise load the type stripper of Node.
 */

/**
 * Puts the KRDS tokens that `site/styles/tokens.css` names, and those that they stand on, in front of it: some eighty of the
 * thousand that the package holds. Every other style uses our own names, so that light and dark are decided in one place.
 */
export function krdsTokens() {
  return {
    name: 'krds-tokens',
    enforce: /** @type {const} */ ('pre'),
    /** @param {string} code @param {string} id */
    transform(code, id) {
      if (!id.split('?')[0]?.endsWith('/site/styles/tokens.css')) return null;
      return { code: `:root {\n${tokensUsedBy(code, readTokens()).join('\n')}\n}\n${code}`, map: null };
    },
  };
}

/**
 * Declarations of the tokens that `css` uses, and of those that these use, in the order of the package.
 * @param {string} css
 * @param {Map<string, string>} tokens
 */
export function tokensUsedBy(css, tokens) {
  /** @type {Set<string>} */
  const used = new Set();
  use(css);
  return [...tokens].filter(([name]) => used.has(name)).map(([name, value]) => `${name}:${value};`);

  /** @param {string} text */
  function use(text) {
    for (const [, name = ''] of text.matchAll(/var\((--krds-[\w-]+)\)/g)) {
      if (used.has(name)) continue;
      const value = tokens.get(name);
      if (value === undefined)
        throw new Error(`krds-uiux has no token ${name}. Choose another in site/styles/tokens.css.`);
      used.add(name);
      use(value);
    }
  }
}

/** @returns {Map<string, string>} */
function readTokens() {
  const file = createRequire(import.meta.url).resolve('krds-uiux/resources/css/token/krds_tokens.css');
  const declarations = readFileSync(file, 'utf8').matchAll(/(--krds-[\w-]+)\s*:\s*([^;]+);/g);
  return new Map(Array.from(declarations, ([, name = '', value = '']) => [name, value]));
}
