/** What the browser's page itself offers: address bar, clipboard, downloads, and a few remembered choices. */
export interface Page {
  /** The part of the address after `#`. */
  readHash(): string;
  /** Where a link with this hash leads. */
  addressOf(hash: string): string;
  /** Writes the hash; a pushed one can be left with the Back button, a replaced one cannot. */
  writeHash(hash: string, mode: 'push' | 'replace'): void;
  /** Called when the hash changes by Back, Forward or by hand. */
  onHashChange(listener: () => void): () => void;
  /** Called when the page is hidden or left, which may be the last that it hears. */
  onHide(listener: () => void): () => void;
  reload(): void;
  copyText(text: string): Promise<void>;
  /** Puts a PNG on the clipboard. Rejects where the browser cannot or may not. */
  copyImage(image: Promise<Blob>): Promise<void>;
  saveFile(name: string, blob: Blob): void;
  /** The languages that the visitor's browser asks for, as tags, the dearest first. */
  wishedLanguages(): readonly string[];
  /** Null where nothing is remembered, or where the browser remembers nothing for this page. */
  recall(name: string): string | null;
  remember(name: string, value: string): void;
}

/** Long enough for the browser to have taken the file over. */
const RELEASE_AFTER_MS = 60_000;

function copyByCommand(text: string): boolean {
  const focused = document.activeElement;
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('aria-hidden', 'true');
  area.className = 'copySource';
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus();
  return isCopied;
}

export const browserPage: Page = {
  readHash: () => window.location.hash.replace(/^#/, ''),
  addressOf: (hash) => `${window.location.href.split('#')[0]}#${hash}`,
  writeHash: (hash, mode) => {
    if (mode === 'push') window.history.pushState(null, '', `#${hash}`);
    else window.history.replaceState(null, '', `#${hash}`);
  },
  onHashChange: (listener) => {
    // `popstate` also comes with a changed hash, so one listener hears Back, Forward and typing alike.
    window.addEventListener('popstate', listener);
    return () => window.removeEventListener('popstate', listener);
  },
  onHide: (listener) => {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') listener();
    };
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', listener);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', listener);
    };
  },
  reload: () => window.location.reload(),
  copyText: async (text) => {
    // A page on plain http has no clipboard interface, and some pages that hold it in a frame refuse it; the old command may still work.
    const isCopied = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (isCopied !== true && !copyByCommand(text)) throw new Error('copy refused');
  },
  // The clipboard is given the promise, not the picture: some browsers allow it only in the very moment of the press.
  copyImage: async (image) => navigator.clipboard.write([new ClipboardItem({ 'image/png': image })]),
  saveFile: (name, blob) => {
    const address = URL.createObjectURL(blob);
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => URL.revokeObjectURL(address), RELEASE_AFTER_MS);
  },
  wishedLanguages: () => window.navigator.languages,
  recall: (name) => {
    try {
      return window.localStorage.getItem(`cutpoint.${name}`);
    } catch {
      return null;
    }
  },
  remember: (name, value) => {
    try {
      window.localStorage.setItem(`cutpoint.${name}`, value);
    } catch {
      // A browser that stores nothing only loses the choice on reload.
    }
  },
};
