import {pageBuild} from "../view/page.ts";

/** Where the browser waits with nothing else, in ms, if it can't say when it is idle. */
const pause = 3000;

/** Keeps the article for reading without a network, once it is here and the browser has nothing else to do. */
export function keepArticle(worker: string): void {
  const {connection, serviceWorker} = navigator as NavigatorWithConnection;
  if (!serviceWorker || connection?.saveData) return;
  const register = (): void => {
    // A browser may refuse, in a private window for one: the article is read with a network, as ever.
    serviceWorker.register(worker).catch(() => undefined);
    void serviceWorker.ready.then(offerItself);
  };
  addEventListener("load", () => {
    if ("requestIdleCallback" in window) requestIdleCallback(register);
    else setTimeout(register, pause);
  });
}

/** Tells a worker that waits which build this page is of: it needn't wait for the only page, if that is its own. */
function offerItself(registration: ServiceWorkerRegistration): void {
  const offer = (): void => registration.waiting?.postMessage(pageBuild());
  const offerOnceInstalled = (): void => registration.installing?.addEventListener("statechange", offer);
  offer();
  offerOnceInstalled();
  registration.addEventListener("updatefound", offerOnceInstalled);
  // Another page may have been closed in the meantime.
  document.addEventListener("visibilitychange", offer);
}

interface NavigatorWithConnection {
  /** Not in every browser. */
  readonly connection?: {readonly saveData: boolean};
  /** Not on pages that came without encryption. */
  readonly serviceWorker?: ServiceWorkerContainer;
}
