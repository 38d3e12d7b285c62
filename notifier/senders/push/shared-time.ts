/** Milliseconds on a clock that all threads of this machine share and nobody can set. */
export function monotonic() {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1000 + nanoseconds / 1e6;
}
