/** Functions of a library that is loaded, by their C declarations. */
export type Library = { func(definition: string): (...values: unknown[]) => unknown };

/**
 * The OpenSSL that Node brings along: its executable exports it for addons.
 * @throws where this machine has no binary of koffi.
 */
export async function openSsl(): Promise<Library> {
  const { load } = await import('koffi');
  return load(null);
}
