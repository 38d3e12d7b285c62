/** An element with its class and what is in it. */
export function part(name: string, className: string, ...children: (Node | string)[]) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

export function link(className: string, href: string, ...children: (Node | string)[]) {
  const element = document.createElement('a');
  element.className = className;
  element.href = href;
  element.append(...children);
  return element;
}

/** `<time>` of a day, or of the last of two. */
export function time({ datetime, words }: { datetime: string; words: string }) {
  const element = document.createElement('time');
  element.dateTime = datetime;
  element.append(words);
  return element;
}

/** Puts the style sheet of a feature into the page once, and waits for it: nothing is shown without its looks. */
export function styled(href: string) {
  const present = [...document.styleSheets].some((sheet) => sheet.href === new URL(href, document.baseURI).href);
  if (present) return Promise.resolve();
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = href;
  document.head.append(sheet);
  return new Promise<void>((settled) => {
    for (const end of ['load', 'error']) sheet.addEventListener(end, () => settled());
  });
}
