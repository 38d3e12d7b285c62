/** JSON of an object with a list in it, an entry a line: what changed in a feed is then a few lines of it. */
export function oneALine(head: object, name: string, entries: object[], tail: object = {}) {
  const list = entries.map((entry) => `\n${JSON.stringify(entry)}`).join(',');
  const fields = [...fieldsOf(head), `${JSON.stringify(name)}:[${list}\n]`, ...fieldsOf(tail)];
  return `{${fields.join(',')}}\n`;
}

function fieldsOf(object: object) {
  return Object.entries(object).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
}
