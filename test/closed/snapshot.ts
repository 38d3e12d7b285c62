import { cpSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { openCatalog } from '../../db/catalog/open.ts';
import { digestOf } from '../../site/release/seal-file.ts';
import { catalogDump } from './catalog-dump.ts';
import { entriesIn, type Entry } from './entries.ts';
import { withoutChance, withoutDigests, withoutOwnTime, withoutProcess } from './without-chance.ts';

/** All that can be seen of a DATA_DIR without the key of the vault, so that two worlds can be held against each other. */
export type Snapshot = ReturnType<ReturnType<typeof watcherOf>>;

/**
 * Looks at a DATA_DIR, again and again. Of what lies outside `vault/`: kind, mode, links, size, digest, and whether it was
 * touched since the last look, which a hard link to it does too. Of the vault only how many files there are, and how large.
 */
export function watcherOf(dataDir: string) {
  let known = new Map<string, bigint>();
  return () => {
    const entries = entriesIn(dataDir);
    const outside = entries.filter(({ path }) => !isInVault(path));
    const touched = outside.filter(({ path, stat }) => known.get(path) !== stat.ctimeNs);
    known = new Map(outside.map(({ path, stat }) => [path, stat.ctimeNs]));
    const firstName = new Map(outside.toReversed().map(({ path, stat }) => [stat.ino, path]));
    return {
      outside: Object.fromEntries(
        outside.map((entry) => [withoutChance(entry.path), seen(dataDir, entry, firstName.get(entry.stat.ino)!)]),
      ),
      touched: touched.map(({ path }) => withoutChance(path)),
      catalog: outside.some(({ path }) => path === 'catalog.db') ? catalogIn(dataDir) : {},
      vault: entries
        .filter(({ path }) => isInVault(path))
        .map((entry) => sealed(dataDir, entry))
        .sort(),
    };
  };
}

function isInVault(path: string) {
  return path === 'vault' || path.startsWith('vault/');
}

function seen(dataDir: string, { path, stat }: Entry, firstName: string) {
  const mode = (stat.mode & 0o7777n).toString(8);
  const file = join(dataDir, path);
  if (stat.isSymbolicLink()) return `link to ${readlinkSync(file)}`;
  if (!stat.isFile()) return `folder ${mode}`;
  return `file ${mode}, ${stat.nlink} names, the first ${withoutChance(firstName)}: ${contentOf(path, file)}`;
}

/** SQLite's own files hold what the dump has, and the machine's time: of them the size counts. */
function contentOf(path: string, file: string) {
  const bytes = readFileSync(file);
  if (path.endsWith('.holder')) return withoutProcess(bytes.toString());
  return path.startsWith('catalog.db') ? `${bytes.length} bytes` : `${bytes.length} bytes, ${digestOf(bytes)}`;
}

/** What lies beside a ciphertext says what it is for, to everybody who can read the folder. */
function sealed(dataDir: string, { path, stat }: Entry) {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const mode = (stat.mode & 0o7777n).toString(8);
  if (!stat.isFile()) return `${path} ${mode}`;
  const said = path.endsWith('.json') ? `: ${withoutDigests(readFileSync(join(dataDir, path), 'utf8'))}` : '';
  return `${folder}NAME${extname(path)} ${mode}, ${stat.size} bytes${said}`;
}

/** The rows of a catalog that may be open elsewhere, read from a copy of its files. */
function catalogIn(dataDir: string) {
  const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
  try {
    for (const name of readdirSync(dataDir).filter((each) => /^catalog\.db(-wal)?$/.test(each)))
      cpSync(join(dataDir, name), join(folder, name));
    const catalog = openCatalog(folder, 'a test');
    try {
      return withoutOwnTime(catalogDump(catalog.db));
    } finally {
      catalog.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}
