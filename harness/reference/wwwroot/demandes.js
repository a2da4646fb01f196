// Goes to the login that is to be approved as soon as there is one. Not while a form is on its way: the page that answers it asks again.
const place = document.querySelector("[data-demandes]");
const source = new EventSource(place.dataset.demandes);
source.addEventListener("demande", () => location.assign(place.dataset.suite));
document.addEventListener("submit", () => source.close());
