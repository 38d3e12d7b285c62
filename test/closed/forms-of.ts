/**
 * The forms in which a value can stand in a file, as Latin-1 text of its bytes: as it is, as a page prints a number, as JSON,
 * HTML and an address escape it, in hex, in UTF-16, and in base64 at any offset.
 */
export function formsOf(value: string) {
  const bytes = Buffer.from(value);
  const each = (form: (code: number) => string) => Array.from(value, (sign) => form(sign.codePointAt(0)!)).join('');
  const grouped = Number(value).toLocaleString('en', { maximumFractionDigits: 20 });
  const forms = [
    value,
    ...(grouped === 'NaN' ? [] : [grouped]),
    each((code) => `\\u${code.toString(16).padStart(4, '0')}`),
    JSON.stringify(value).slice(1, -1),
    value.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`),
    each((code) => `&#${code};`),
    each((code) => `&#x${code.toString(16)};`),
    encodeURIComponent(value),
    bytes.toString('hex'),
    bytes.toString('hex').toUpperCase(),
  ].map((text) => Buffer.from(text).toString('latin1'));
  return [...new Set([...forms, Buffer.from(value, 'utf16le').toString('latin1'), ...inBase64(bytes)])];
}

/** What base64 makes of the value wherever it begins, without the signs at both ends that depend on what stands around it. */
function inBase64(bytes: Buffer) {
  return [0, 1, 2].flatMap((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const core = encoded.slice(offset === 0 ? 0 : offset + 1, -1);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
