// a link to a folded run unfolds it
function unfold() {
  const run = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (run instanceof HTMLDetailsElement) { run.open = true; run.scrollIntoView(); }
}
addEventListener("hashchange", unfold);
unfold();
