import { isCompared, toggleCompared } from '../compare/toggle.ts';
import { part } from '../search/parts.ts';
import type { Sight } from './saved.ts';

export function dropButton({ name }: Sight, drop: () => void) {
  const button = plainButton('빼기');
  button.ariaLabel = `${name} 빼기`;
  button.addEventListener('click', drop);
  return button;
}

/** Adds a favourite to the comparison, or takes it out. */
export function compareButton({ id, name }: Sight, say: (words: string) => void) {
  const button = plainButton('');
  const show = () => {
    button.textContent = isCompared(id) ? '비교에 담음' : '비교에 담기';
    button.ariaLabel = `${name} ${button.textContent}`;
    button.ariaPressed = String(isCompared(id));
  };
  show();
  button.addEventListener('click', () => {
    say(toggleCompared(id));
    show();
  });
  return button;
}

function plainButton(words: string) {
  const button = part('button', 'saved-button', words) as HTMLButtonElement;
  button.type = 'button';
  return button;
}
