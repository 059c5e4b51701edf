/** Pages that Chromium keeps ready behind its address bar: half of what a start of it costs, and nobody types there. */
const ofTheAddressBar = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/** The driver's own list. A browser takes the last list that it is given, so ours has to repeat it (kept-shell.ts). */
const ofTheDriver = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
];

export const switchedOff: readonly string[] = [...ofTheDriver, ...ofTheAddressBar];

/** What the driver switches off and the browser, as it was started, does not: a newer driver has a longer list. */
export function forgottenFeatures(commandLine: readonly string[]): readonly string[] {
  const lists = commandLine
    .filter((word) => word.startsWith('--disable-features='))
    .map((word) => word.slice(word.indexOf('=') + 1).split(','));
  if (lists.length < 2) throw new Error('the driver gives no list of its own any more');
  return lists.flat().filter((feature) => lists.at(-1)?.includes(feature) !== true);
}
