/** Who may use an answer. Open data and feeds may be read by the scripts of any site. */
export function sharingHeaders(path: string) {
  return isOpenData(path) ? ['Cross-Origin-Resource-Policy', 'cross-origin', ...forAnyScript] : onlyHere;
}

/** The part of it that a browser also wants to see when nothing has changed. */
export function scriptHeaders(path: string) {
  return isOpenData(path) ? forAnyScript : [];
}

const onlyHere = ['Cross-Origin-Resource-Policy', 'same-origin'];
const forAnyScript = ['Access-Control-Allow-Origin', '*'];

function isOpenData(path: string) {
  return path.startsWith('/data/') || path.startsWith('/feeds/');
}
