/** How long from one instant to a later one, to the minute: `3시간 20분`, `1분 미만`. */
export function spanWords(milliseconds: number) {
  const minutes = Math.floor(milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (minutes < 1) return '1분 미만';
  return [hours && `${hours}시간`, rest && `${rest}분`].filter(Boolean).join(' ');
}

/** How long ago, in its largest unit: `방금`, `12분 전`, `5시간 전`, `3일 전`. */
export function agoWords(milliseconds: number) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 1) return '방금';
  if (minutes < 60) return `${minutes}분 전`;
  return minutes < 2_880 ? `${Math.floor(minutes / 60)}시간 전` : `${Math.floor(minutes / 1_440)}일 전`;
}
