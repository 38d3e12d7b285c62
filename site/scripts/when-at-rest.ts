/** Does something a second after all of the page has come: what the reader came for has the line to itself until then. */
export function whenAtRest(act: () => void) {
  const later = () => setTimeout(act, 1_000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later);
}
