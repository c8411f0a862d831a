// The list of the desk: shows only what is looked for. What is typed is kept when it is loaded again.
"use strict";
{
  const KEPT = "sapar-desk";
  const form = document.querySelector("form.filter");

  function restore({ words, open }) {
    form.elements.words.value = words ?? "";
    form.elements.open.checked = open ?? false;
  }

  function filter() {
    const words = form.elements.words.value.trim().toLocaleLowerCase();
    const open = form.elements.open.checked;
    for (const section of document.querySelectorAll("section:has(.documents)")) {
      for (const each of section.querySelectorAll(".document")) {
        const isNamed = each.textContent.toLocaleLowerCase().includes(words);
        each.hidden = !isNamed || (open && !each.classList.contains("open"));
      }
      section.hidden = !section.querySelector(".document:not([hidden])");
    }
    const nothing = form.querySelector(".nothing");
    const isEmpty = !document.querySelector(".document:not([hidden])");
    nothing.textContent = isEmpty ? nothing.dataset.nothing : "";
    sessionStorage.setItem(KEPT, JSON.stringify({ words: form.elements.words.value, open }));
  }

  if (form) {
    restore(JSON.parse(sessionStorage.getItem(KEPT) ?? "{}"));
    form.hidden = false;
    form.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    filter();
  }
}
