/** True when the next change would fail for the same reason. */
export function stopsAll(error: unknown) {
  return /^SQLITE_(FULL|IOERR|BUSY|LOCKED|CORRUPT|NOTADB|READONLY|CANTOPEN)/.test(codeOf(error));
}

/** True when another program has the file, which may pass. */
export function isHeld(error: unknown) {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error));
}

/** What happened to the store and what to do; errors that are no trouble of the file stay as they are. Never a value of a row. */
export function storeSentence(error: unknown, file: string): unknown {
  const code = codeOf(error);
  const sentence = sentences.find(([codes]) => codes.test(code))?.[1];
  return sentence ? Object.assign(new Error(`${file} ${sentence}`, { cause: error }), { code }) : error;
}

const sentences: [codes: RegExp, sentence: string][] = [
  [
    /^SQLITE_(NOTADB|CORRUPT)/,
    'is damaged. Stop the notifier, put the file aside and bring a backup back: npm run notifier -- restore FILE',
  ],
  [
    /^(SQLITE_FULL|SQLITE_IOERR|ENOSPC|EDQUOT|EFBIG)/,
    'cannot be written: the disk is full or read-only. Make room; nothing was lost, and what could not be written is tried again.',
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'is locked by another program. Close whatever has opened it; it belongs to the notifier alone.',
  ],
  [
    /^(SQLITE_CANTOPEN|SQLITE_READONLY|E[A-Z]+$)/,
    'cannot be opened or written. Set DATA_DIR to a folder that you may write to, and look at who owns the file.',
  ],
];

function codeOf(error: unknown) {
  return (error as { code?: string }).code ?? '';
}
