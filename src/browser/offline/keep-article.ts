/** Where the browser waits with nothing else, in ms, if it can't say when it is idle. */
const pause = 3000;

/** Keeps the article for reading without a network, once it is here and the browser has nothing else to do. */
export function keepArticle(worker: string): void {
  const {connection, serviceWorker} = navigator as NavigatorWithConnection;
  if (!serviceWorker || connection?.saveData) return;
  const register = (): void => {
    // A browser may refuse, in a private window for one: the article is read with a network, as ever.
    serviceWorker.register(worker).catch(() => undefined);
  };
  addEventListener("load", () => {
    if ("requestIdleCallback" in window) requestIdleCallback(register);
    else setTimeout(register, pause);
  });
}

interface NavigatorWithConnection {
  /** Not in every browser. */
  readonly connection?: {readonly saveData: boolean};
  /** Not on pages that came without encryption. */
  readonly serviceWorker?: ServiceWorkerContainer;
}
