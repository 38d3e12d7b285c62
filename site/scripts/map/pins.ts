import type { Group, Spot } from './groups.ts';

/** What each pin stands for. A pin that goes on saying the same stays, and keeps the focus. */
const stands = new WeakMap<HTMLElement, Group>();

/** Pins are buttons over the map: a keyboard reaches them and a screen reader says them. */
export function showPins(layer: HTMLElement, groups: Group[], choose: (group: Group) => void) {
  const shown = new Map([...layer.children].map((pin) => [(pin as HTMLElement).dataset['key'], pin as HTMLElement]));
  for (const group of groups) {
    const pin = shown.get(group.key) ?? newPin(layer, group, choose);
    shown.delete(group.key);
    stands.set(pin, group);
  }
  for (const gone of shown.values()) gone.remove();
}

/** Brings every pin to where its place is on the screen now. */
export function movePins(layer: HTMLElement, toScreen: (at: [number, number]) => Spot) {
  for (const pin of layer.children as HTMLCollectionOf<HTMLElement>) {
    const { x, y } = toScreen([Number(pin.dataset['lon']), Number(pin.dataset['lat'])]);
    pin.style.transform = `translate(-50%, -50%) translate(${x}px, ${y}px)`;
  }
}

function newPin(layer: HTMLElement, group: Group, choose: (group: Group) => void) {
  const {
    key,
    at: [lon, lat],
    name,
    notices,
    places,
    open,
  } = group;
  const pin = document.createElement('button');
  pin.type = 'button';
  pin.className = open > 0 ? 'map-pin open' : 'map-pin';
  Object.assign(pin.dataset, { key, lon: String(lon), lat: String(lat) });
  const count = document.createElement('b');
  count.textContent = `${notices}건`;
  const more = document.createElement('span');
  more.className = 'unseen';
  more.textContent = [
    ...(places.length > 1 ? [`${places.length}곳`] : []),
    ...(open > 0 ? [`접수중 ${open}건`] : []),
  ].join(', ');
  pin.append(name, ' ', count, ' ', more);
  pin.addEventListener('click', () => choose(stands.get(pin)!));
  layer.append(pin);
  return pin;
}
