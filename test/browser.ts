import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { chromium as driver, type Browser } from 'playwright-core';

/** Draws in the processor what a graphics card would: only a map that can be moved needs it, and everything else gets slower. */
export const withWebGl = [
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
];
const noCalls = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];

/**
 * Starts the browser of the tests: the one that CHROME_PATH names, or the one that came from npm.
 * @param more arguments of Chromium beside the usual ones.
 * @throws a sentence when there is neither for this machine.
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  const own = process.env['CHROME_PATH'];
  if (own) return driver.launch({ executablePath: own, args: [...noCalls, '--no-sandbox', ...more] });
  const executablePath = await chromium.executablePath().catch(() => '');
  if (!existsSync(executablePath))
    throw new Error('There is no test browser for this machine. Name one with CHROME_PATH=/path/to/chrome.');
  // In one process a second context can wait for the first one for ever.
  const args = chromium.args.filter((arg) => arg !== '--single-process' && !withWebGl.includes(arg));
  const graphics = more.includes(withWebGl[0]!) ? [] : ['--disable-gpu'];
  return driver.launch({ executablePath, args: [...args, ...graphics, ...noCalls, ...more] });
}
