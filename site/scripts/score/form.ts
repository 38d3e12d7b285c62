export type FieldElement = HTMLInputElement | HTMLSelectElement;
/** What stands in the fields, by their names. */
export type Typed = Record<string, string>;

export function fields(form: ParentNode) {
  return [...form.querySelectorAll<FieldElement>('[data-field]')];
}

export function fieldNamed(form: ParentNode, name: string) {
  return form.querySelector<FieldElement>(`[data-field="${name}"]`);
}

/** What stands in the fields that are asked now. */
export function typed(form: ParentNode): Typed {
  return Object.fromEntries(
    fields(form)
      .filter((field) => !field.closest('[hidden]'))
      .map((field) => [field.dataset['field']!, field.value.trim()]),
  );
}

export function fill(form: ParentNode, values: Typed) {
  for (const field of fields(form)) field.value = values[field.dataset['field']!] ?? field.value;
}

/** Shows the questions that follow from another answer, and hides those that do not. */
export function showAfter(form: ParentNode) {
  for (const part of form.querySelectorAll<HTMLElement>('[data-after]')) {
    const [name, is] = part.dataset['after']!.split('=');
    part.hidden = fieldNamed(form, name!)?.value !== is;
  }
}
