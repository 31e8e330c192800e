// The search page: asks the index that Pagefind made of this site. Words of results are put in as text, never as markup.
const element = (id) => document.getElementById(id);
const MOST = 30;

async function opened() {
  const index = await import(new URL("../pagefind/pagefind.js", import.meta.url));
  await index.options({ baseUrl: new URL("../", import.meta.url).pathname, excerptLength: 24 });
  await index.init();
  return index;
}

function passage(html) {
  const found = document.createElement("p");
  for (const node of new DOMParser().parseFromString(html, "text/html").body.childNodes) {
    const part = node.nodeName === "MARK" ? document.createElement("mark") : document.createTextNode("");
    part.textContent = node.textContent;
    found.append(part);
  }
  return found;
}

function entry(page) {
  const item = document.createElement("li"), time = document.createElement("time"), text = document.createElement("div");
  const heading = document.createElement("h2"), link = document.createElement("a");
  link.href = page.url;
  link.textContent = page.meta.title;
  time.textContent = page.meta.date || "";
  time.dateTime = page.meta.day || "";
  heading.append(link);
  text.append(heading, passage(page.excerpt));
  item.append(...(page.meta.date ? [time] : []), text);
  return item;
}

async function search(index, words) {
  const answer = words.trim() ? await index.debouncedSearch(words, {}, 150) : { results: [] };
  if (answer === null) return; // somebody typed on
  const pages = await Promise.all(answer.results.slice(0, MOST).map((result) => result.data()));
  const { found, none } = element("count").dataset, count = answer.results.length;
  element("count").textContent = words.trim() ? (count ? found + count : none) : "";
  element("results").replaceChildren(...pages.map(entry));
}

try {
  const index = await opened(), field = element("query"), asked = new URL(location.href).searchParams;
  element("unable").hidden = true;
  element("search").hidden = false;
  element("search").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", () => {
    history.replaceState(null, "", field.value ? `?q=${encodeURIComponent(field.value)}` : location.pathname);
    search(index, field.value);
  });
  field.value = asked.get("q") || "";
  field.focus();
  await search(index, field.value);
} catch (error) {
  console.info("The search cannot be used here.", error.message);
}
