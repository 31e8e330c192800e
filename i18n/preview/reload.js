// The preview's own script: it is served with the pages and is in none of them. It reloads a page of which there is a
// newer one, and shows what keeps a newer one from being built.
"use strict";
(() => {
  const own = Number(new URL(document.currentScript.src).search.slice(1));
  const panel = document.createElement("aside");
  const looks = {
    position: "fixed", insetInline: "0", bottom: "0", maxHeight: "45vh", overflow: "auto", margin: "0",
    padding: "0.75rem 1rem", font: "0.95rem/1.5 system-ui, sans-serif", background: "#7a1010", color: "#fff",
    zIndex: "2147483647", textAlign: "start",
  };
  Object.assign(panel.style, looks);
  panel.setAttribute("role", "status");
  panel.lang = "en";
  panel.dir = "ltr";

  const line = (fault) => {
    const [place, code, message, hint] = fault;
    const item = document.createElement("p");
    item.style.margin = "0.25rem 0";
    const where = document.createElement("strong");
    where.textContent = place;
    item.append(where, `: ${message} (${code})${hint ? `. ${hint}` : ""}`);
    return item;
  };

  const show = (faults) => {
    panel.replaceChildren(...faults.map(line));
    if (faults.length) document.body.append(panel);
    else panel.remove();
  };

  new EventSource("/.habar/events").onmessage = (event) => {
    const { number, faults } = JSON.parse(event.data);
    if (number !== own) location.reload();
    else show(faults);
  };
})();
