import { followEvents } from "./evenements.js";
import { sendWhenFull, useKeypad } from "./formulaires.js";

// The card's port asks the browser for a certificate. Asked from here and not by following the link, so that a card pulled out
// half way leads to a screen of ours and not to one of the browser's.
function connectWithCard() {
  const link = document.querySelector("[data-carte]");
  const progress = document.querySelector("[data-progres]");
  link?.addEventListener("click", async event => {
    event.preventDefault();
    progress.textContent = "Lecture de votre carte…";
    try {
      const answer = await fetch(link.href, { credentials: "include", headers: { Accept: "application/json" } });
      location.href = (await answer.json()).suite;
    } catch {
      location.href = link.dataset.echec ?? "/connexion/echec?motif=Interrupted";
    }
  });
}

// One panel at a time; the arrow keys go from tab to tab, as screen readers announce it. Whoever was faster than this script has the
// focus on the tab already.
function useTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const choose = chosen => tabs.forEach(tab => {
    const selected = tab === chosen;
    tab.setAttribute("aria-selected", selected);
    const panel = document.getElementById(tab.getAttribute("aria-controls"));
    panel.hidden = !selected;
    if (selected) {
      document.body.dataset.ecran = panel.dataset.ecran;
    }
  });
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", event => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = tabs[(i + step + tabs.length) % tabs.length];
        choose(next);
        next.focus();
      }
    });
  });
  if (tabs.length > 0) {
    choose(tabs.find(tab => tab === document.activeElement) ?? tabs[0]);
  }
}

// The notice about a missing button stands there unless this script has come and finds the button: whatever filters pages on their
// way takes away the one or the other.
function lookForStartButton() {
  const notice = document.querySelector("[data-bouton-absent]");
  if (notice) {
    const button = document.querySelector("[data-commencer]");
    notice.hidden = button !== null && button.checkVisibility();
    if (!notice.hidden) {
      document.body.dataset.ecran = notice.dataset.ecran;
    }
  }
}

// Six boxes, one character each: the cursor moves by itself, also backwards and when a whole code is pasted.
function joinBoxes() {
  const boxes = [...document.querySelectorAll(".cases input")];
  boxes.forEach((box, i) => {
    box.addEventListener("input", () => box.value && boxes[i + 1]?.focus());
    box.addEventListener("keydown", event => {
      if (event.key === "Backspace" && !box.value) {
        boxes[i - 1]?.focus();
      }
    });
    box.addEventListener("paste", event => {
      event.preventDefault();
      [...event.clipboardData.getData("text").trim()].slice(0, boxes.length - i).forEach((character, j) => boxes[i + j].value = character);
      box.form.dispatchEvent(new Event("input", { bubbles: true }));
    });
  });
}

// A page cannot see the reader. But only a card that is still there can sign another handshake: the port for cards is asked again every
// few seconds, and when that fails the session ends. Of a login by the workstation's software the server gives no address to ask.
async function watchCard() {
  const { adresse, millisecondes } = await (await fetch("/presence")).json();
  while (adresse) {
    await new Promise(resolve => setTimeout(resolve, millisecondes));
    try {
      const answer = await fetch(adresse, { credentials: "include", cache: "no-store" });
      if ((await answer.json()).presente) {
        continue;
      }
    } catch {
      // No card, no handshake.
    }

    const form = document.createElement("form");
    form.method = "post";
    form.action = "/carte-retiree";
    document.body.append(form);
    form.submit();
    return;
  }
}

useTabs();
lookForStartButton();
connectWithCard();
joinBoxes();
useKeypad();
sendWhenFull();
followEvents();
watchCard();
