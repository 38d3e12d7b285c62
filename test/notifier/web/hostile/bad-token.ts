import type { Dice } from './dice.ts';

/** A token of ours that somebody has cut, turned or added to, or something made up. */
export function spoilt({ one, below, word }: Dice, token: string) {
  const at = below(token.length);
  const letters = 'abcdefghijklmnopqrstuvwxyz234567'.replace(token[at]!, '');
  return one([
    token.slice(0, at),
    token.slice(at + 1),
    token.slice(0, at) + letters[below(letters.length)]! + token.slice(at + 1),
    token.slice(0, at) + one(['0', '1', '8', '9', '-', '=', ' ', '\u0000', '\u0430']) + token.slice(at + 1),
    token + one([letters[below(31)]!, '=', ' ', '\u0000', '%00', '.', '&']),
    ` ${token.slice(1)}`,
    token.split('').toReversed().join(''),
    token.slice(at) + token.slice(0, at) + word(1),
    token + word(),
    word(40),
    word(48),
    `${word()}' OR '1'='1`,
    word(1 + below(30)),
    'x'.repeat(100 + below(700)),
  ]);
}
