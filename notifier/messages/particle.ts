import { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/**
 * A word with the particle that its sound asks for: `강남구를`, `2단지를`, `A1을`, `래미안(1단지)를`. Names end in digits, letters and
 * brackets: digits are read in Korean, letters by their Korean names, and what has no sound is passed over.
 */
export function withParticle(word: string, particle: Particle) {
  const last = /([가-힣0-9A-Za-z])[^가-힣0-9A-Za-z]*$/.exec(word)?.[1] ?? '';
  const sound = sounds[last.toUpperCase()] ?? (/[가-힣]/.test(last) ? last : '이');
  return word + josa.pick(sound, particle);
}

/** Digits and letters that end in a consonant, as they are read. */
const sounds: Record<string, string> = {
  0: '영',
  1: '일',
  3: '삼',
  6: '육',
  7: '칠',
  8: '팔',
  L: '엘',
  M: '엠',
  N: '엔',
  R: '알',
};
