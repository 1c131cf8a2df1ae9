// @ts-check
const SYSTEMS = {
  mac: "macOS",
  win: "Windows",
  android: "Android",
  cros: "ChromeOS",
  linux: "Linux",
  openbsd: "OpenBSD",
};
const BRANDS = ["Microsoft Edge", "Opera", "Brave", "Google Chrome", "Chromium"];

/** What the viewer calls this browser, as in "Chromium 156 on Linux". */
export async function browserName() {
  const { os } = await chrome.runtime.getPlatformInfo();
  const system = SYSTEMS[/** @type {keyof typeof SYSTEMS} */ (os)] ?? os;
  return `${brandAndVersion()} on ${system}`;
}

function brandAndVersion() {
  const { userAgentData } = /** @type {{userAgentData?: {brands: {brand: string, version: string}[]}}} */ (
    navigator
  );
  const brands = userAgentData?.brands ?? [];
  const known = BRANDS.map((name) => brands.find(({ brand }) => brand === name)).find(Boolean);
  if (known) return `${known.brand} ${known.version}`;
  const [, name, version] = /(Firefox|Chrome)\/(\d+)/.exec(navigator.userAgent) ?? ["", "A browser", ""];
  return `${name} ${version}`.trim();
}
