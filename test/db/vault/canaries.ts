/** Values that stand nowhere else, as text and as numerals. */
const canaries = ['CANARY-rate', '9182736', '55667788', '7766554'];

/** Where one of them can be read: as it is, in base64 at any offset, in hex, or escaped as JSON can. */
export function canariesIn(bytes: Uint8Array | string) {
  const text = Buffer.from(bytes).toString('latin1');
  return canaries.flatMap((canary) => formsOf(canary)).filter((form) => text.includes(form));
}

function formsOf(canary: string) {
  const inBase64 = [0, 1, 2].map((offset) => {
    const encoded = Buffer.from('x'.repeat(offset) + canary).toString('base64');
    // The first and last characters depend on what stands around it.
    return encoded.replace(/=+$/, '').slice(offset === 0 ? 0 : offset + 1, -1);
  });
  const escaped = Array.from(canary, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  return [
    canary,
    Number(canary).toLocaleString('en'),
    Buffer.from(canary).toString('hex'),
    escaped,
    ...inBase64,
  ].filter((form) => form !== 'NaN');
}
