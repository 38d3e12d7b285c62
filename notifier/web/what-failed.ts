/** What a problem is called and where it arose. Its message may repeat what somebody sent, or name an address. */
export function whatFailed(problem: unknown) {
  if (!(problem instanceof Error)) return 'something was thrown that is no error';
  const { code } = problem as { code?: unknown };
  const frames = (problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const where = /([\w.-]+\.(?:ts|js|mjs):\d+)/.exec(frames[0] ?? '')?.[1];
  return [problem.name, typeof code === 'string' ? code : '', where ? `in ${where}` : ''].filter(Boolean).join(' ');
}
