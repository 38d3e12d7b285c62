import type { NoticesFile } from './index-file.ts';

/** `경기 고양시` for a code; the province alone where no more is known or it is one unit; `지역 미확인` for none. */
export function placeNames({ provinces, units }: NoticesFile) {
  const names = new Map(provinces.map(([code, name]) => [code, name]));
  // 세종 is the one unit of its own province.
  for (const [code, name] of units)
    names.set(code, [names.get(code.slice(0, 2))!, ...(code === '36110' ? [] : [name])].join(' '));
  return (code: string | null) => (code === null ? '지역 미확인' : names.get(code)!);
}
