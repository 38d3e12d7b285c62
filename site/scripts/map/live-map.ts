import { systemClock } from '../../../db/clock.ts';
import { drawGround } from './ground.ts';
import { groupPlaces, type Group } from './groups.ts';
import { goToReader } from './here.ts';
import { loadNotices, placesOf, type PlaceNotices, type Wish } from './notices.ts';
import { movePins, showPins } from './pins.ts';
import { showSeen } from './seen.ts';
import { sheetIn } from './sheet.ts';

/** Opens the moving map in its room. @throws when its data does not come, or this browser cannot draw it. */
export async function openMap(section: HTMLElement) {
  const find = (name: string) => section.querySelector<HTMLElement>(name)!;
  const notices = await loadNotices('/map/notices.json');
  const map = await drawGround(find('.map-canvas'), section.dataset['bounds']!, section.dataset['tiles']);
  const sheet = sheetIn(find('.map-sheet'));
  let places: PlaceNotices[] = [];

  const choose = (group: Group) => {
    if (group.places.length > 1 && map.getZoom() < map.getMaxZoom() - 0.5) map.zoomTo(group.places);
    else sheet.open(group.places);
  };
  const draw = () => {
    const groups = groupPlaces(places, map.toScreen);
    showPins(map.pins, groups, choose);
    movePins(map.pins, map.toScreen);
    const seen = places.filter(map.isSeen);
    showSeen({ list: find('.map-seen'), more: find('.map-more'), says: find('.map-says') }, seen, (place) =>
      sheet.open([place]),
    );
  };
  const filter = () => {
    places = placesOf(notices, wishIn(section), systemClock.now());
    sheet.close();
    draw();
  };

  map.onMove(() => movePins(map.pins, map.toScreen));
  map.onRest(draw);
  for (const select of section.querySelectorAll('select')) select.addEventListener('change', filter);
  find('.map-in').addEventListener('click', () => map.zoomBy(1));
  find('.map-out').addEventListener('click', () => map.zoomBy(-1));
  find('.map-here').addEventListener('click', () => goToReader(map, find('.map-says')));
  filter();
}

function wishIn(section: HTMLElement): Wish {
  const chosen = (name: string) => section.querySelector<HTMLSelectElement>(`select[name=${name}]`)!.value;
  return { state: chosen('state') as Wish['state'], kind: chosen('kind') };
}
