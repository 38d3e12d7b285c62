import { disassemble } from 'es-hangul';

/*
 * A text as the letters that are typed for it, a dot after each syllable: 힐스 is `ㅎㅣㄹ.ㅅㅡ.`. A syllable that is half typed is
 * then the beginning of a whole one. ㅐ and ㅔ sound alike, and so do ㅅ and ㅆ in 서밋 and 써밋: either is taken for the other.
 */

/** By the code of the character, with the dot. */
const known: string[] = [];
const alike: Record<string, string> = { ㅐ: 'ㅔ', ㅒ: 'ㅖ', ㅆ: 'ㅅ' };

/** The letters of plain text; blanks do not count. */
export function lettersOf(text: string) {
  let letters = '';
  for (let i = 0; i < text.length; i++) if (text[i] !== ' ') letters += known[text.charCodeAt(i)] ?? dotted(text[i]!);
  return letters;
}

/** The first letter of each syllable. */
export function initialsOf(letters: string) {
  let initials = letters[0] ?? '';
  for (let dot = letters.indexOf('.'); dot >= 0 && dot + 1 < letters.length; dot = letters.indexOf('.', dot + 1))
    initials += letters[dot + 1]!;
  return initials;
}

/** The letters of one character; of a lone `ㄳ` too. */
export function syllable(char: string) {
  return disassemble(char).replace(/[ㅐㅒㅆ]/g, (letter) => alike[letter]!);
}

function dotted(char: string) {
  return (known[char.charCodeAt(0)] = `${syllable(char)}.`);
}
