/** Milliseconds before each further attempt: soon at first, then every ten minutes, for at least so long. */
export function waitsOver(time: number) {
  return [5_000, 30_000, 120_000, ...Array.from({ length: Math.ceil(time / often) }, () => often)];
}

const often = 600_000;
