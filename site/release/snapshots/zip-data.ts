import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { readManifest } from '../manifest.ts';
import { digestOf } from '../seal-file.ts';

type Package = { resources: { path: string; format: string }[] };

/**
 * The open data of a release as a ZIP archive: every table as CSV, what it means, and a data package of these alone. The same
 * release gives the same bytes. @returns null for a release that has no data package.
 * @throws a sentence when a file is not what the manifest says.
 */
export function zipData(release: string, day: string): Uint8Array | null {
  const { files } = readManifest(release);
  if (!Object.hasOwn(files, 'data/datapackage.json')) return null;
  const read = (name: string) => {
    const path = `data/${name}`;
    const body = readFileSync(join(release, 'client', path));
    if (digestOf(body) !== files[path]?.sha256) throw new Error(`${path} of ${release} is not what its manifest says.`);
    return body;
  };
  const whole = JSON.parse(read('datapackage.json').toString()) as Package;
  const own = { ...whole, version: day, resources: whole.resources.filter(({ format }) => format === 'csv') };
  const names = [...own.resources.map(({ path }) => path), 'dictionary.json', 'LICENSE.txt'];
  const archive: Zippable = {
    'datapackage.json': Buffer.from(`${JSON.stringify(own, null, 2)}\n`),
    ...Object.fromEntries(names.map((name) => [name, read(name)])),
  };
  // An archive carries no time of its own: the earliest that the format knows, in whatever zone this machine is.
  return zipSync(archive, { level: 6, mtime: new Date(1980, 0, 1) });
}
