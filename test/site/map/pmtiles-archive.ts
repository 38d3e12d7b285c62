/** A PMTiles archive (version 3) of one tile, the whole world. */
export function archiveOf(type: 'mvt' | 'png', tile: Uint8Array) {
  const metadata = Buffer.from(JSON.stringify({ attribution: '어느 지도' }));
  const directory = Buffer.from([1, 0, 1, ...varint(tile.length), 1]);
  const header = Buffer.alloc(127);
  header.write('PMTiles');
  header[7] = 3;
  const directoryAt = header.length;
  const metadataAt = directoryAt + directory.length;
  const tilesAt = metadataAt + metadata.length;
  const lengths = [
    directoryAt,
    directory.length,
    metadataAt,
    metadata.length,
    tilesAt,
    0,
    tilesAt,
    tile.length,
    1,
    1,
    1,
  ];
  lengths.forEach((value, i) => header.writeBigUInt64LE(BigInt(value), 8 + 8 * i));
  // Clustered; nothing compressed; the type; only zoom 0.
  header.set([1, 1, 1, type === 'mvt' ? 1 : 2, 0, 0], 96);
  [-180, -85, 180, 85].forEach((degrees, i) => header.writeInt32LE(degrees * 1e7, 102 + 4 * i));
  return Buffer.concat([header, directory, metadata, tile]);
}

/** A vector tile with land and a name on it (Mapbox Vector Tile 2.1). */
export function vectorTile() {
  const land = [9, 0, 0, 26, 8192, 0, 0, 8192, 8191, 0, 15];
  return Buffer.concat([layer('earth', 3, land, []), layer('places', 1, [9, 4096, 4096], ['name', '한국'])]);
}

function layer(name: string, geometryType: number, geometry: number[], [key, value]: string[]) {
  const named = key !== undefined && value !== undefined;
  const feature = [
    ...(named ? bytes(2, [0, 0]) : []),
    ...number(3, geometryType),
    ...bytes(
      4,
      geometry.flatMap((each) => varint(each)),
    ),
  ];
  const tags = named ? [...text(3, key), ...bytes(4, text(1, value))] : [];
  return Buffer.from(bytes(3, [...text(1, name), ...bytes(2, feature), ...tags, ...number(5, 4096), ...number(15, 2)]));
}

function number(field: number, value: number) {
  return [...varint(field * 8), ...varint(value)];
}

function bytes(field: number, of: number[]) {
  return [...varint(field * 8 + 2), ...varint(of.length), ...of];
}

function text(field: number, of: string) {
  return bytes(field, [...Buffer.from(of)]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varint(Math.floor(value / 128))];
}
