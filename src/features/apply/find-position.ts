import type { Position } from '#domain/form/position.ts';

/** A first fix in the open takes a phone up to half a minute. */
const patienceMs = 30_000;
/** A fix of a moment ago is where the person still is. */
const freshMs = 20_000;

/** Where this phone is now. Asks the person through the browser; never called without their press. */
export function findPosition(): Promise<Position | 'denied' | 'unavailable'> {
  if (!('geolocation' in navigator)) return Promise.resolve('unavailable');
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => resolve({ latitude, longitude, accuracyM: accuracy }),
      ({ code }) => resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: freshMs },
    );
  });
}
