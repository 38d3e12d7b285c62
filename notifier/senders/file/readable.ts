const encoded = /^Content-Transfer-Encoding: base64\r\n\r\n([\w+/=\r\n]+)/gm;

/** A letter with its texts as they are read, for people who open a file without a mail program: no server has to take it. */
export function readable(raw: Buffer) {
  return raw
    .toString()
    .replace(
      encoded,
      (_, text: string) => `Content-Transfer-Encoding: 8bit\r\n\r\n${Buffer.from(text, 'base64').toString()}\r\n`,
    );
}
