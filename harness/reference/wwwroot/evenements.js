// Goes on when the server says that the activation has moved on. Not while a form is on its way: its answer says more.
export function followEvents() {
  const place = document.querySelector("[data-evenements]");
  if (place) {
    const source = new EventSource(place.dataset.evenements);
    source.addEventListener("etape", () => location.replace(place.dataset.suite));
    document.addEventListener("submit", () => source.close());
  }
}
