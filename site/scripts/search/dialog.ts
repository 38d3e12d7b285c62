import styles from '../../styles/search.css?url';
import { assist } from './combobox.ts';
import { styled } from './parts.ts';

// What opens the search takes both at once.
export { assist };

let dialog: HTMLDialogElement | undefined;

/** Opens the search over the page. The browser gives the focus back when it closes, and Escape closes it. */
export async function openDialog() {
  await styled(styles);
  dialog ??= made();
  if (!dialog.open) dialog.showModal();
  dialog.querySelector('input')!.select();
}

function made() {
  const element = document.createElement('dialog');
  element.className = 'search-dialog';
  element.ariaLabel = '공고 찾기';
  element.innerHTML = `
    <form class="search-box" role="search" action="/search/">
      <label for="search-anywhere">단지, 지역, 건설사로 찾기</label>
      <div class="search-line">
        <input type="search" id="search-anywhere" name="q" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="60">
        <button>검색</button>
      </div>
      <p class="search-said" role="status"></p>
    </form>
    <button class="search-close" type="button">닫기</button>`;
  element.querySelector('.search-close')!.addEventListener('click', () => element.close());
  element.addEventListener('click', (event) => {
    if (event.target === element) element.close();
  });
  document.body.append(element);
  assist(element.querySelector('form')!);
  return element;
}
