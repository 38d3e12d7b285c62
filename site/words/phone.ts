/** A telephone number as people read it, and for `tel:` where it can be called. Gives the text as it is where it is no number. */
export function phone(text: string): { words: string; href: string | null } {
  const digits = text.replaceAll(/[^\d]/g, '');
  const words = hyphened(digits);
  return words ? { words, href: `tel:${digits}` } : { words: text, href: null };
}

/** 1588-1234, 02-123-4567, 031-123-4567, 010-1234-5678, 0507-1234-5678; null for anything else. */
function hyphened(digits: string) {
  const parts = /^(1\d{3})(\d{4})$/.exec(digits) ?? /^(02|0\d{2}|050\d)(\d{3,4})(\d{4})$/.exec(digits);
  return parts ? parts.slice(1).join('-') : null;
}
