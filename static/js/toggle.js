// Keeps the place: the links to the other languages lead to the segment being read.
//
// A segment is read while it stands at the top of the window and the page is still; passing
// over others on the way back to the links changes nothing. Ids are the same in every language.
const toggles = document.querySelectorAll("a.toggle");
const segments = [...document.querySelectorAll("main [id]:not(input)")];
const STILL = 250; // milliseconds without scrolling

function lead(segment) {
  if (segment) for (const toggle of toggles) toggle.hash = segment.id;
}

function named() {
  const segment = document.getElementById(location.hash.slice(1));
  return segments.includes(segment) ? segment : undefined;
}

function isVisible(segment) {
  const { top, bottom } = segment.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

// A link to a segment brings it this far from the top; it counts as reached a little below.
function reached(segment) {
  const margin = parseFloat(getComputedStyle(segment).scrollMarginTop) || 0;
  const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  return segment.getBoundingClientRect().top <= margin + padding + 8;
}

function follow() {
  const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const target = named();
  // The last segments of a page never reach the top: the address says which one was meant.
  lead(isAtEnd && target && isVisible(target) ? target : segments.findLast(reached));
}

if (toggles.length && segments.length) {
  let timer;
  lead(named());
  addEventListener("hashchange", () => lead(named()));
  addEventListener("scroll", () => {
    clearTimeout(timer);
    timer = setTimeout(follow, STILL);
  }, { passive: true });
}
