// Runs before the first paint: the theme that was chosen, and the layout for scripts. Where the scripts
// don't come to work (blocked, missing, thrown), the article falls back to its layout without them.
(() => {
  const root = document.documentElement;
  const isEmbed = root.dataset.page === "embed";
  const isFramed = isEmbed && parent !== window;
  try {
    // The page around an embed may choose; elsewhere a query has no say.
    const asked = isEmbed ? new URLSearchParams(location.search).get("theme") : null;
    const theme = asked ?? localStorage.getItem("past-chinchilla:theme");
    if (theme === "light" || theme === "dark") {
      root.dataset.theme = theme;
      // The canvas has its colour before the stylesheet is there.
      document.querySelector("meta[name=color-scheme]").content = theme;
    }
  } catch {
    // Storage is refused: the system's theme stays.
  }
  root.toggleAttribute("data-framed", isFramed);
  let isReady = false;
  addEventListener("chart:ready", () => (isReady = true), {capture: true, once: true});
  const fallBack = () => {
    if (isReady || !document.querySelector("[data-chart]")) return;
    isReady = true;
    document.querySelector("page-scripts").remove();
    delete root.dataset.scripts;
    for (const part of document.querySelectorAll("noscript")) part.outerHTML = part.textContent;
  };
  addEventListener("error", fallBack, true);
  addEventListener("load", fallBack);
  setTimeout(fallBack, 6000);
  // The policy is in force now. In a saved page it would refuse the styles, which aren't of its own origin any more: it can
  // still be read where no copy has it.
  addEventListener("DOMContentLoaded", () => {
    const policy = document.querySelector("meta[http-equiv=content-security-policy]");
    const mark = document.querySelector("page-scripts");
    if (policy && mark) mark.attachShadow({mode: "open"}).append(policy);
  });
  // The layout for scripts is for where this element is defined: a page that was saved keeps every attribute, but that no
  // script runs, or that ours don't come, shows here.
  customElements.define("page-scripts", class extends HTMLElement {});
  root.dataset.scripts = "on";
})();
