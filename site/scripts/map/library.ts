// oxlint-disable-next-line import/default -- Vite makes the address of a file of it.
import libraryUrl from 'maplibre-gl/dist/maplibre-gl.mjs?url';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';

export type MapLibrary = typeof import('maplibre-gl');

/**
 * MapLibre as its makers built it, from our own host. It is a file like a picture: bundling its megabyte anew would cost each
 * build of the site six seconds.
 */
export async function mapLibrary() {
  const library = (await import(/* @vite-ignore */ libraryUrl)) as MapLibrary;
  library.setWorkerUrl(new URL(workerUrl, location.href).href);
  return library;
}
