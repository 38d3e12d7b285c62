/** JSON that can stand within a `<script>`: no name of a notice can end it. */
export function scriptSafe(value: object) {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
