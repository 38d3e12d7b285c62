/**
 * Draws values that stand nowhere else, each of them once: rates, counts, scores and names in shapes that the schemas take.
 * @param stem five digits by which a find tells where it comes from.
 * @param longer how many signs a name has beyond the usual.
 */
export function secretsOf(stem: string, longer = 0) {
  const values: string[] = [];
  const draw = (shape: (number: string) => string) => {
    const value = shape(String(values.length + 100));
    values.push(value);
    return value;
  };
  return {
    values,
    rate: () => draw((number) => `${stem}.${number}`),
    count: () => Number(draw((number) => `${stem}${number}91`)),
    score: () => draw((number) => `61.${stem}${number}`),
    name: () => draw((number) => `숨은 ${stem} ${number} ${'곳'.repeat(longer)}`.trim()),
  };
}
