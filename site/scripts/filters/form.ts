type Field = HTMLInputElement | HTMLSelectElement;

/** The conditions of a form as they stand in the address: what is not empty, and not what the list shows anyway. */
export function readForm(form: HTMLFormElement) {
  const data = new FormData(form);
  const given = [...data].map(([name, value]) => [plain(name), (value as string).trim()] as const);
  // The 시군구 says its province too.
  const said = given.filter(
    ([name, value]) =>
      value !== '' && !(name === 'place' && data.get('unit')) && !(name === 'sort' && value === 'closing'),
  );
  return new URLSearchParams(said.map(([name, value]) => [name === 'unit' ? 'place' : name, value]));
}

/** Fills a form with the conditions of an address. The 시군구 gets its name when the names have come. */
export function fillForm(form: HTMLFormElement, params: URLSearchParams) {
  form.reset();
  const place = params.get('place') ?? '';
  const [unit] = fieldsOf(form, 'unit');
  if (unit instanceof HTMLSelectElement && /^\d{5}$/.test(place)) {
    unit.add(new Option('', place));
    unit.disabled = false;
    unit.value = place;
  }
  for (const [name, value] of params) set(form, name, name === 'place' ? value.slice(0, 2) : value);
}

/** What a condition is called in the form: the words of its choice, or what was typed. */
export function conditionWords(form: HTMLFormElement, name: string, value: string) {
  const fields = fieldsOf(form, name === 'place' && value.length === 5 ? 'unit' : name);
  const field = fields.find(
    (each) => each instanceof HTMLSelectElement || each.type === 'search' || each.value === value,
  );
  if (field instanceof HTMLSelectElement)
    return [...field.options].find((option) => option.value === value)?.text ?? value;
  return field?.type === 'checkbox' ? field.labels![0]!.textContent.trim() : value;
}

/** Takes a condition back. */
export function clearCondition(form: HTMLFormElement, name: string, value: string) {
  for (const field of fieldsOf(form, name === 'place' && value.length === 5 ? 'unit' : name))
    if (field.type !== 'checkbox') field.value = '';
    else if (field.value === value) field.checked = false;
}

function set(form: HTMLFormElement, name: string, value: string) {
  for (const field of fieldsOf(form, name))
    if (field.type === 'checkbox') field.checked ||= field.value === value;
    else if (!(field instanceof HTMLSelectElement) || [...field.options].some((option) => option.value === value))
      field.value = value;
}

function fieldsOf(form: HTMLFormElement, name: string) {
  return [...form.querySelectorAll<Field>('input, select')].filter((field) => plain(field.name) === name);
}

/** Names of which there may be several end in brackets, as HTML has it. */
function plain(name: string) {
  return name.replace('[]', '');
}
