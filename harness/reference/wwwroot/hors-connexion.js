// While the phone has no network, a screen that says so takes the page's place. The page stays as it is, with what was typed or ticked,
// and comes back when the person tries again and there is a network.
const page = document.querySelector("main");
const template = document.querySelector("[data-hors-connexion]");
const screen = document.body.dataset.ecran;

function show() {
  if (page.hidden) {
    return;
  }

  page.hidden = true;
  page.after(template.content.cloneNode(true));
  const offline = page.nextElementSibling;
  document.body.dataset.ecran = offline.dataset.ecran;
  offline.querySelector("[role=alert]").focus();
  offline.querySelector("[data-reessayer]").addEventListener("click", () => {
    if (navigator.onLine) {
      offline.remove();
      page.hidden = false;
      document.body.dataset.ecran = screen;
      page.querySelector("h1").focus();
    }
  });
}

addEventListener("offline", show);

// What would leave the page without a network must not lead to the browser's own page.
for (const kind of ["click", "submit"]) {
  page.addEventListener(kind, event => {
    if (!navigator.onLine && (kind === "submit" || event.target.closest("a"))) {
      event.preventDefault();
      show();
    }
  });
}

if (!navigator.onLine) {
  show();
}
