/** Push services that have many hosts below one name, and share what they take among them. */
const pushFamilies = ['push.services.mozilla.com', 'push.apple.com', 'notify.windows.com'] as const;

/** The family of a host; undefined where it stands for itself. */
export function pushFamilyOf(host: string) {
  return pushFamilies.find((family) => host.endsWith(`.${family}`));
}
