/** What a caught problem says. */
export function messageOf(problem: unknown) {
  return problem instanceof Error ? problem.message : String(problem);
}

/** The system's code of a caught problem, `ENOENT` for example. */
export function codeOf(problem: unknown) {
  return problem instanceof Error && 'code' in problem ? problem.code : undefined;
}
