/** The number on the app's icon, where the system shows one; Firefox and most browsers' tabs do not. */
export async function showBadge(count: number): Promise<void> {
  if (!('setAppBadge' in navigator)) return;
  // Refused where the app is not installed.
  await (count === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(count)).catch(() => undefined);
}
