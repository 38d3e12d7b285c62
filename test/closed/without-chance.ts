/*
 * What differs between two lives of the same world, and nothing else: names that are drawn, the number of a process, the
 * machine's own time. A pair of lives that are the same is held to this too.
 */

/** A path, or what a command printed, with the same words where chance or the machine's own time stood. */
export function withoutChance(text: string, dataDir = '') {
  return text
    .replaceAll(dataDir === '' ? '\0' : dataDir, 'DATA_DIR')
    .replace(/\b[0-9a-f]{32}\.age\b/g, 'NAME.age')
    .replace(/\.building-\w{6}\b/g, '.building-NAME')
    .replace(/\b\d+\.\d s\b/g, 'N s');
}

/** The note of who holds the catalog, without the number of its process. */
export function withoutProcess(note: string) {
  return note.replace(/"pid":\d+/, '"pid":N');
}

/** The note of a sealed release, without the digests of ciphertexts, which are other bytes each time, and of their names. */
export function withoutDigests(note: string) {
  return note.replace(/"(packages|sha256)":"[0-9a-f]{64}"/g, '"$1":"DIGEST"');
}

/** Tables of a catalog without the time at which a release was built, which is the machine's. */
export function withoutOwnTime(tables: Record<string, Record<string, unknown>[]>) {
  return { ...tables, releases: tables['releases']!.map((row) => ({ ...row, built_at: 'T' })) };
}
