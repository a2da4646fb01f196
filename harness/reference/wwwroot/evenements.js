// Loads the page anew when the server says that the activation has moved on.
export function followEvents() {
  const place = document.querySelector("[data-evenements]");
  if (place) {
    new EventSource(place.dataset.evenements).addEventListener("etape", () => location.reload());
  }
}
