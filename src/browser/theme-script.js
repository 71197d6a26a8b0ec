// Runs before the first paint: the theme that was chosen, and the layout for scripts. Where the scripts
// don't come to work (blocked, missing, thrown), the article falls back to its layout without them.
(() => {
  const root = document.documentElement;
  const isEmbed = root.dataset.page === "embed";
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
  root.dataset.scripts = "on";
  if (isEmbed && parent !== window) root.dataset.framed = "";
  const fallBack = () => {
    if (document.querySelector("[data-chart][data-ready]")) return;
    delete root.dataset.scripts;
    for (const part of document.querySelectorAll("noscript")) part.outerHTML = part.textContent;
  };
  addEventListener("error", fallBack, true);
  addEventListener("load", fallBack);
  setTimeout(fallBack, 6000);
})();
