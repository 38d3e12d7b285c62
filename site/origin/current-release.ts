import type { Clock } from '../../db/clock.ts';
import { currentFolder, watchLink } from './current-link.ts';
import { releaseReader, type Release } from './release.ts';

/**
 * Follows `releases/current`. A new release takes the old one's place in one step, after its manifest has been read;
 * one that cannot be read is refused with one sentence in the log, and the old one stays.
 */
export class CurrentRelease {
  /** Undefined until the first one is published. */
  release: Release | undefined;
  readonly #releases: string;
  readonly #log: (line: string) => void;
  readonly #reader: ReturnType<typeof releaseReader>;
  #unwatch = () => {};
  #looking: Promise<void> | undefined;
  #refused = { folder: '', until: 0 };
  #said = '';

  constructor(releases: string, clock: Clock, log: (line: string) => void) {
    this.#releases = releases;
    this.#log = log;
    this.#reader = releaseReader(clock);
  }

  /** @throws a sentence for the operator when the folder cannot be read or, unless told to wait, has no release to serve. */
  async start(wait: boolean) {
    currentFolder(this.#releases);
    await (wait ? this.look() : this.#takeCurrent());
    this.#unwatch = watchLink(this.#releases, () => void this.look());
  }

  /** Looks at the link now. Resolves when what it points at is served, or has been refused. */
  look() {
    this.#looking ??= this.#takeCurrent()
      .catch((problem: Error) => this.#sayOnce(problem.message))
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async close() {
    this.#unwatch();
    await this.#reader.close();
  }

  async #takeCurrent() {
    for (;;) {
      const folder = currentFolder(this.#releases);
      if (!folder) throw new Error(`${this.#releases} has no current release. Run "npm run release -- build".`);
      if (folder === this.release?.folder || this.#isRefused(folder)) return;
      try {
        this.release = await this.#reader.read(folder);
        this.#said = '';
        this.#log(`Serving release ${this.release.id} (${this.release.files.size} files).`);
      } catch (problem) {
        // A release that lost its place while it was read may be gone for good reason.
        if (currentFolder(this.#releases) !== folder) continue;
        this.#refused = { folder, until: performance.now() + 1_000 };
        throw problem;
      }
    }
  }

  /** For a second: what failed may have been the machine and not the release. */
  #isRefused(folder: string) {
    return folder === this.#refused.folder && performance.now() < this.#refused.until;
  }

  #sayOnce(problem: string) {
    if (problem === this.#said) return;
    this.#said = problem;
    this.#log(`${problem} ${this.release ? `Release ${this.release.id} stays.` : 'Nothing is served yet.'}`);
  }
}
